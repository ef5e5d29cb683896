-- Versions count from 1 everywhere, so that 0 means "not there" to whoever compares.
update request set version = version + 1;
update entry set version = version + 1;
