"""Why a page can't be read, and what to do then."""

TOO_DEEP = "the parts of this page are nested too deeply to be read; save the article's text and open that"
TOO_ODD = "this page is built so oddly that it can't be read in sensible time; save the article's text and open that"
NO_ARTICLE = "no article was found on this page; check in the browser that it shows one, and save it again"
