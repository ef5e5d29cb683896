-- The quota of an entry, in the entry's own unit. One row: whoever draws on it waits for the row, and nobody reads before writing.
alter table entry
    add column reserved        numeric(18, 6) not null default 0 check (reserved >= 0),
    add column used            numeric(18, 6) not null default 0 check (used >= 0),
    -- the year whose quota the two counts are of, where the scheme counts by year; else 0
    add column quota_year      int            not null default 0,
    -- whether the approved quantity limits the sum: not where the scheme limits each consignment only, or nothing
    add column capped          boolean        not null default true,
    add column renewal_pending boolean        not null default false,
    -- why it is suspended or has ended
    add column status_reason   text,
    add constraint entry_quota_holds check (not capped or reserved + used <= quantity);

-- A used-up entry makes room for another; one whose reservations may come back does not.
drop index entry_active_once;
create unique index entry_live_once on entry (scheme, organisation, article_key)
    where status in ('PENDING', 'ACTIVE', 'SUSPENDED') or (status = 'EXHAUSTED' and used < quantity);

-- What each day asks: who begins, who ends, who is to be told.
create index entry_by_first_day on entry (valid_from) where status = 'PENDING';
create index entry_by_last_day on entry (valid_to) where status in ('PENDING', 'ACTIVE', 'EXHAUSTED', 'SUSPENDED');

-- What a holder was told once: EXPIRING by last day and days before, QUOTA_LOW by quota year.
create table entry_notice (
    entry   uuid        not null references entry,
    kind    text        not null,
    about   text        not null,
    told_at timestamptz not null,
    primary key (entry, kind, about)
);
grant select, insert on entry_notice to ${app};

create table declaration (
    id                   uuid           primary key,
    entry                uuid           not null references entry,
    scheme               text           not null,
    organisation         text           not null,
    status               text           not null,
    -- as the unit said it; the counts below are in the entry's unit
    stated_amount        numeric(18, 6) not null check (stated_amount > 0),
    stated_unit          text           not null,
    quantity             numeric(18, 6) not null check (quantity > 0),
    quantity_unit        text           not null,
    released             numeric(18, 6) not null check (released >= 0 and released <= quantity),
    received             numeric(18, 6) not null check (received >= 0),
    -- of the quantity, what the entry still keeps for it
    held                 numeric(18, 6) not null check (held >= 0 and held <= quantity),
    -- how the scheme's quota was read when it was reserved, and which version of the party that saw
    quota_mode           text,
    quota_configured     boolean,
    quota_year           int,
    organisation_version bigint,
    reserved_until       date,
    -- the last day is not the scheme's own: the general limit, or the configured one
    until_defaulted      boolean,
    customs_number       text,
    customs_office       text,
    customs_office_known boolean,
    hs_code              text,
    declared_on          date,
    remark               text,
    reason               text,
    version              int            not null
);
create index declaration_by_organisation on declaration (organisation, id);
create index declaration_by_scheme on declaration (scheme, id);
create index declaration_by_entry on declaration (entry, id);
create index declaration_by_end on declaration (reserved_until) where status = 'RESERVED';
-- A customs declaration has a line per article, but one article only once.
create unique index declaration_once on declaration (customs_number, entry)
    where status in ('DECLARED', 'RELEASED', 'RECEIVED');
create index declaration_by_customs_number on declaration (customs_number);
grant select, insert, update on declaration to ${app};

-- Customs asks by the code that stands on the papers.
alter table party add column credit_code text generated always as (body ->> 'creditCode') stored;
