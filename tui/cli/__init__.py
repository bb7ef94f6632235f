"""The command line: what was asked for is understood before anything heavy is imported."""
