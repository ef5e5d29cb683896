-- The office can hold a unit back; a place that stands, suspended or not, is the unit's only one.
alter table unit_listing drop constraint unit_listing_status_check;
alter table unit_listing add constraint unit_listing_status_check
    check (status in ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'REMOVED', 'REVOKED'));
drop index unit_listing_once;
create unique index unit_listing_once on unit_listing (scheme, organisation) where status in ('ACTIVE', 'SUSPENDED');
create index unit_listing_past on unit_listing (valid_to) where status in ('ACTIVE', 'SUSPENDED');
