"""One frozen view for each kind of page; every decision of a page is taken here, none in templates."""
