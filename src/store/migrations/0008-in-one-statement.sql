-- What every page asks, each in one statement, which is a transaction by itself: it says who is asking and is answered.
-- Begun, told who asks, asked and ended apart, it goes to and fro four times. What is read is read after it is said who
-- asks, and under the same policies.

create function open_record_as(p int, who text, r text, shown text)
returns table (last int, stamp text, agencies int, replayed int, way text, leads boolean)
language plpgsql set search_path = public, pg_temp as $$
begin
  perform set_config('holdfast.partnership', p::text, true), set_config('holdfast.practitioner', who, true);
  return query select o.last, o.stamp, o.agencies, o.replayed, o.way, leads_here(r) from open_record(r, shown) o;
end $$;

create function my_records_as(p int, who text, opened_for_a_while boolean)
returns table (record text, last int, stamp text, agencies int, replayed int, leads boolean, until timestamptz)
language plpgsql set search_path = public, pg_temp as $$
begin
  perform set_config('holdfast.partnership', p::text, true), set_config('holdfast.practitioner', who, true);
  return query select m.* from my_records() m where (m.until is not null) = opened_for_a_while order by m.record;
end $$;

-- What nobody has acknowledged yet of the notices of a practitioner and their desks: what each is about, for counting.
-- Whose they are is said by the policy, and here again in words that an index knows.
create function waiting_as(p int, who text) returns table (notice float8, record text, template text)
language plpgsql set search_path = public, pg_temp as $$
begin
  perform set_config('holdfast.partnership', p::text, true), set_config('holdfast.practitioner', who, true);
  return query select n.notice::float8, n.record, n.template from notice n
  where (n.to_practitioner = who
      or n.to_practitioner is null and n.to_role = any (array(select o.role from post o where o.practitioner = who)))
    and not exists (select from acknowledged a where a.partnership = n.partnership and a.notice = n.notice);
end $$;

-- Who was told of these duties, and who was the first to say that they have it. "offset 0" keeps the planner from turning
-- these round, and reading every notice that there is.
create function told_of(p int, records text[], keys text[]) returns table (record text, key text, state text, at timestamptz,
  to_practitioner text, to_agency text, to_role text, name text, acknowledged timestamptz, by text)
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
  order by t.at;
end $$;

revoke execute on function open_record_as, my_records_as, waiting_as, told_of from public;
grant execute on function open_record_as, my_records_as, waiting_as to holdfast_reader;
grant execute on function told_of to holdfast_recorder;
