-- Who acted for the unit by mandate; whoever did last comes last. Steps name the mandate.
alter table request add column agents text[] not null default '{}';
