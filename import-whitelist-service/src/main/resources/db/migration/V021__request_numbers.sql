-- A sequence for each scheme and year: writers do not wait for each other, and what is rolled back leaves a gap.
-- Only the year's first draft under a scheme makes something, which the service itself may not do.
drop sequence request_number;

create function next_request_number(scheme_code text, in_year int) returns bigint
language plpgsql security definer set search_path from current as $$
declare
    name text := 'request_number_' || in_year || '_' || md5(scheme_code);
    first bigint;
begin
    if to_regclass(name) is null then
        if not exists (select 1 from scheme_version where code = scheme_code) then
            raise exception 'there is no scheme %', scheme_code;
        end if;
        perform pg_advisory_xact_lock(hashtextextended(name, 0));
        select coalesce(max(substring(number from '[0-9]+$')::bigint), 0) + 1 into first
        from request where starts_with(number, scheme_code || '-' || in_year || '-');
        -- whoever waited for the lock finds it made; asked again by name he might still not see it
        execute format('create sequence if not exists %I start %s', name, first);
    end if;
    return nextval(name::regclass);
end
$$;
revoke execute on function next_request_number(text, int) from public;
grant execute on function next_request_number(text, int) to ${app};
