"""One frozen view for each kind of page: decisions are taken here, none in templates."""
