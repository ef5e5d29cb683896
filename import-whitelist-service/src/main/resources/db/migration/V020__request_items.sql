-- Each item of a request may name the entry that it is about.
update request set content = content - 'articles' || jsonb_build_object(
    'items',
    coalesce((select jsonb_agg(jsonb_build_object('article', article)) from jsonb_array_elements(content -> 'articles') article),
             '[]'::jsonb))
where content ? 'articles';
