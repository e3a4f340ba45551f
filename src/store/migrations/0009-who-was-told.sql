-- Who was told of these duties, of what whoever asks may see. Two readers may see two things under one key, each the first
-- of its kind for them: the one is not told who heard of the other. Own entries and those of other records are asked for
-- apart, each by its index: with an "or" between them every entry of the partnership was looked at.
drop function told_of(int, text[], text[]);
create function told_of(p int, records text[], keys text[], heard text[]) returns table (record text, key text, state text,
  at timestamptz, to_practitioner text, to_agency text, to_role text, name text, acknowledged timestamptz, by text)
language plpgsql set search_path = public, pg_temp as $$
begin
  perform set_config('holdfast.partnership', p::text, true);
  return query select t.record, t.key, t.state, t.at, n.to_practitioner, n.to_agency, n.to_role, w.name, a.at, a.name
  from unnest(records, keys) as asked (record, key)
  cross join lateral (select * from told o where o.partnership = p and o.record = asked.record and o.key = asked.key offset 0) t
  cross join lateral (select * from notice o where o.partnership = t.partnership and o.notice = t.notice offset 0) n
  left join practitioner w on w.partnership = n.partnership and w.practitioner = n.to_practitioner
  left join lateral (select k.at, h.name from acknowledged k
    join practitioner h on h.partnership = k.partnership and h.practitioner = k.practitioner
    where k.partnership = t.partnership and k.notice = t.notice order by k.at limit 1) a on true
  where not exists (select from unnest(t.because) as wanted
      cross join lateral (select * from content o where o.partnership = p and o.record = t.record and o.number = wanted offset 0) c
      where c.sight is not null and not (c.sight && heard or c.by = any (heard))
        or exists (select from barred b where b.partnership = p and b.record = c.record and b.root = c.root
          and not (b.sight && heard or b.by = any (heard))) offset 0)
    and not exists (select from unnest(t.elsewhere) as place
      cross join lateral (select * from content o where o.partnership = p and o.record = split_part(place, '/', 1)
        and o.entry = substr(place, strpos(place, '/') + 1) offset 0) c
      where c.sight is not null and not (c.sight && heard or c.by = any (heard))
        or exists (select from barred b where b.partnership = p and b.record = c.record and b.root = c.root
          and not (b.sight && heard or b.by = any (heard))) offset 0)
  order by t.at;
end $$;
revoke execute on function told_of from public;
grant execute on function told_of to holdfast_recorder;
