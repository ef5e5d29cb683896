-- Work that waits for an officer: one row for each piece that one officer can take.
create table assignment (
    request       uuid    not null references request,
    -- the desk, and the member or the turn where a request gives a desk several pieces of work
    slot          text    not null,
    desk          text    not null,
    scheme        text    not null,
    -- the applicant's: nobody is offered a request of their own unit
    organisation  text    not null,
    agency_roles  text[]  not null,
    since         date    not null,
    due_on        date,
    provisional   boolean not null,
    claimed_by    text,
    claimed_role  text,
    claimed_until timestamptz,
    primary key (request, slot)
);
create index assignment_by_due on assignment (scheme, desk, coalesce(due_on, date '9999-12-31'), request, slot);
grant select, insert, update, delete on assignment to ${app};

-- The days on which a limit that runs now ends; a job looks at them.
create table deadline (
    request     uuid    not null references request,
    step        text    not null,
    due_on      date    not null,
    provisional boolean not null,
    -- a calendar arrived: to be counted again
    stale       boolean not null default false,
    -- the event that made it so
    cause       text,
    primary key (request, step)
);
create index deadline_by_day on deadline (due_on) where not provisional;
create index deadline_stale on deadline (request) where stale;
grant select, insert, update, delete on deadline to ${app};

-- What was told of a due day is never told again, by whichever instance.
create table deadline_told (
    request uuid not null references request,
    step    text not null,
    due_on  date not null,
    what    text not null,
    told_on date not null,
    primary key (request, step, due_on, what)
);
grant select, insert on deadline_told to ${app};
