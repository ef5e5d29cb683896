-- Who wants to be told what. The address is the only personal data of this database; it is erased, the row stays.
create table subscription (
    id           uuid primary key,
    email        text,
    locale       text        not null check (locale in ('ZH_CN', 'EN')),
    criteria     jsonb       not null,
    status       text        not null check (status in ('PENDING_CONFIRMATION', 'ACTIVE', 'UNSUBSCRIBED')),
    requested_at timestamptz not null,
    confirmed_at timestamptz,
    ended_at     timestamptz,
    erased_at    timestamptz,
    check ((email is null) = (erased_at is not null)),
    check (status <> 'ACTIVE' or (email is not null and confirmed_at is not null))
);
create index subscription_active on subscription (confirmed_at) where status = 'ACTIVE';
-- for the daily limit of confirmation mails per address
create index subscription_address on subscription (lower(email), requested_at) where email is not null;
grant select, insert, update on subscription to ${app};

-- Links in mails: SHA-256 of 256 random bits. The token itself exists only in the mail.
create table link_token (
    hash            bytea primary key,
    purpose         text        not null check (purpose in ('CONFIRM', 'UNSUBSCRIBE')),
    subscription_id uuid        not null references subscription,
    expires_at      timestamptz
);
-- expired confirmation links are swept
create index link_token_expiry on link_token (expires_at) where expires_at is not null;
grant select, insert, delete on link_token to ${app};

-- What happened, in mail terms. Public facts only.
create table alert (
    event_id    uuid primary key,
    kind        text        not null,
    occurred_at timestamptz not null,
    content     jsonb       not null,
    received_at timestamptz not null default now()
);
grant select, insert on alert to ${app};

-- The queue. A lease says who is sending; an expired one is anybody's.
create table message (
    id              uuid primary key,
    -- the event that caused it; for a confirmation, the subscription's own id
    event_id        uuid        not null,
    subscription_id uuid        not null references subscription,
    template        text        not null check (template in ('CONFIRMATION', 'ALERT')),
    status          text        not null check (status in ('QUEUED', 'SENT', 'REFUSED', 'CANCELLED')),
    -- once true for ever: an attempt's end is unknown, so this mail may exist twice, with one Message-ID
    uncertain       boolean     not null default false,
    occurred_at     timestamptz not null,
    queued_at       timestamptz not null,
    finished_at     timestamptz,
    not_before      timestamptz not null,
    deferrals       int         not null default 0,
    lease_owner     text,
    lease_until     timestamptz,
    -- one e-mail per event and subscription, never two
    unique (event_id, subscription_id, template)
);
create index message_due on message (not_before, id) where status = 'QUEUED';
create index message_lease on message (lease_owner) where lease_owner is not null;
create index message_listed on message (queued_at, id);
create index message_listed_by_status on message (status, queued_at, id);
create index message_uncertain on message (queued_at, id) where uncertain;
create index message_subscription on message (subscription_id) where status = 'QUEUED';
grant select, insert, update on message to ${app};

-- Written before the server is spoken to: what was begun and never ended is known to be uncertain.
create table attempt (
    id         bigint generated always as identity primary key,
    message_id uuid        not null references message,
    owner      text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    outcome    text        not null check (outcome in ('SENDING', 'SENT', 'REFUSED', 'NOT_SENT', 'UNCERTAIN')),
    -- SMTP code or our own word; never the server's text, which may quote the address
    detail     text
);
create index attempt_message on attempt (message_id);
create index attempt_open on attempt (message_id) where outcome = 'SENDING';
grant select, insert, update on attempt to ${app};
