-- Steps say where they led, and opinions what they say of single articles: what was stored before said less.
update request
set steps = (select coalesce(jsonb_agg(
                 jsonb_build_object('to', case step->>'action'
                     when 'SUBMIT' then 'SUBMITTED'
                     when 'ACCEPT' then 'ACCEPTED'
                     when 'REQUEST_CORRECTION' then 'CORRECTION_REQUESTED'
                     when 'DECLINE' then 'NOT_ACCEPTED'
                     when 'RECOMMEND' then 'RECOMMENDED'
                     when 'REFUSE_RECOMMENDATION' then 'REJECTED'
                     when 'OPEN_JOINT_REVIEW' then 'JOINT_REVIEW'
                     when 'GIVE_OPINION' then 'JOINT_REVIEW'
                     when 'RECOGNISE' then 'RECOGNISED'
                     when 'REJECT' then 'REJECTED'
                     when 'PUBLISH' then 'PUBLISHED'
                     when 'WITHDRAW' then 'WITHDRAWN' end,
                 'ruling', case step->>'action' when 'RECOGNISE' then jsonb_build_object('items', (
                     select coalesce(jsonb_agg(jsonb_build_object(
                         'article', place - 1, 'outcome', 'RECOGNISED', 'conditions', '[]'::jsonb)), '[]'::jsonb)
                     from generate_series(1, jsonb_array_length(coalesce(content->'items', '[]'::jsonb))) place)) end)
                 || step order by place), '[]'::jsonb)
             from jsonb_array_elements(steps) with ordinality s(step, place)),
    opinions = (select coalesce(jsonb_agg('{"items": [], "needs": []}'::jsonb || opinion order by place), '[]'::jsonb)
                from jsonb_array_elements(opinions) with ordinality o(opinion, place));
