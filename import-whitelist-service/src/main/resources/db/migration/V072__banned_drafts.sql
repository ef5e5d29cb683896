-- When the last of the drafts that a banned unit had was closed; what a unit drafts afterwards stays.
alter table ban add column drafts_closed_at timestamptz;
create index ban_with_drafts on ban (id) where drafts_closed_at is null and lifted_on is null;
