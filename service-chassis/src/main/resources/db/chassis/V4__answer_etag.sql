-- A repeat gets the ETag of the first answer, whatever version there is by now.
alter table idempotency_answer add etag text;
-- The scope of anonymous callers also has the body's digest, since nothing else tells them apart.
comment on column idempotency_answer.scope is
    'SHA-256 of client, organisation, method, path and key; without a client also of the body''s digest';
