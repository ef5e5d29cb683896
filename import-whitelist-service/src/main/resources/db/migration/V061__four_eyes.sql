-- Nobody is offered a request in which their organisation is the unit, or the owner or the CRO of its project: under whichever name the
-- request has for it, in lower case.
alter table assignment add column involved text[] not null default '{}';

update assignment a
set involved = array_remove(array[lower(r.organisation), lower(r.content #>> '{project,owner}'), lower(r.content #>> '{project,cro}')], null)
from request r where r.id = a.request;

alter table assignment alter column involved drop default;
