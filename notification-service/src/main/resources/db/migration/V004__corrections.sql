-- A correction reaches everyone who was told what it supersedes.
alter table alert add column supersedes uuid;
create index alert_supersedes on alert (supersedes) where supersedes is not null;
