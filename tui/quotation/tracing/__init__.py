"""What makes tracing quotations across hundreds of articles quick, and changes nothing of what is found."""
