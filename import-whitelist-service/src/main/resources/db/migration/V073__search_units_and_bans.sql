-- Places in directories and bans are found, too; those that are there already by the same terms as those to come.
insert into search_term (term, hit, kind)
select term, u.id, 'UNIT'
from unit_listing u cross join lateral unnest(array[
    'id:' || u.id, 'number:' || upper(u.number), 'id:' || u.request, 'id:' || u.batch,
    'number:' || upper(u.scheme || '-B' || u.batch_number), 'unit:' || lower(u.organisation),
    'name:' || lower(regexp_replace(btrim(u.unit_name), '\s+', ' ', 'g'))]) as term
on conflict do nothing;
insert into search_term (term, hit, kind)
select term, n.id, 'BAN'
from ban n cross join lateral unnest(array[
    'id:' || n.id, 'id:' || n.revoked, 'number:' || upper(n.revoked_number), 'unit:' || lower(n.organisation),
    'number:' || upper(n.violation), 'name:' || lower(regexp_replace(btrim(n.violation), '\s+', ' ', 'g'))]) as term
where term is not null
on conflict do nothing;
