-- What an open request is for: unit, article and project in each element, by which its like is found. Empty for drafts and for
-- what has ended. Most moves leave it as it is, so they write nothing to the index.
alter table request add column wishes text[] not null default '{}';

update request
set wishes = coalesce((
    select array_agg(distinct concat_ws('|', organisation, item.key, project.key))
    from (select coalesce('cas:' || (i -> 'article' ->> 'casNumber'),
                          'name:' || lower(regexp_replace(btrim(i -> 'article' ->> 'nameEn'), '\s+', ' ', 'g'))
                          || '|' || lower(regexp_replace(btrim(i -> 'article' ->> 'specification'), '\s+', ' ', 'g'))) as key
          from jsonb_array_elements(content -> 'items') i) item,
         (select 'name:' || lower(regexp_replace(btrim(content -> 'project' ->> 'name'), '\s+', ' ', 'g')) as key
          union all
          select 'code:' || lower(regexp_replace(btrim(content -> 'project' ->> 'code'), '\s+', ' ', 'g'))
          where content -> 'project' ->> 'code' is not null) project), '{}')
where status in ('SUBMITTED', 'CORRECTION_REQUESTED', 'AREA_ASSESSMENT', 'ACCEPTED', 'RECOMMENDED', 'JOINT_REVIEW', 'SUPPLEMENT',
                 'RECOGNISED');

create index request_by_wish on request using gin (wishes);
