-- Bytes that no request needs any more are deleted after a while; that there was a document, and its hash, stay.
alter table document
    add column request   uuid references request,
    -- detached, or of a draft that was withdrawn
    add column let_go_on date,
    add column pruned_on date;

update document d set request = r.id
from request r, jsonb_array_elements(r.content -> 'documents') known
where (known ->> 'id')::uuid = d.id;

update document d set let_go_on = (r.steps -> -1 ->> 'on')::date
from request r where r.id = d.request and r.status = 'WITHDRAWN' and not r.submitted;

create index document_let_go on document (let_go_on, id) where let_go_on is not null and pruned_on is null;
grant update on document to ${app};
