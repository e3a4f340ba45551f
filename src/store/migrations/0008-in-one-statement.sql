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

-- The records that whoever asks may open, and that of the agencies. A policy asks this of every statement; asked of the
-- table of records, the answer took as long as there are families in the partnership.
create function open_here() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select m.record from may_open m where m.partnership = asking_partnership() and m.practitioner = asking_practitioner()
    and (m.until is null or m.until > now()) and (select asking_audience()) is not null
    and m.record not in (select kin_records())
  union select 'agencies' where (select asking_audience()) is not null
$$;
revoke execute on function open_here from public;
grant execute on function open_here to holdfast_reader;

alter policy reading on record using (
  partnership = (select asking_partnership()) and record in (select open_here()));
alter policy reading on content using (
  partnership = (select asking_partnership())
  and (record in (select open_here())
    or exists (select from taken_over t where t.other_record = content.record
      and t.person = any (content.about) and (t.up_to is null or content.number <= t.up_to)))
  and (sight is null or sight && (select asking_audience()) or by = any ((select asking_audience())::text[]))
  and (record, root) not in (select b.record, b.root from barred_here() b)
  and ((select leads_governance())
    or kind not in ('set-apart', 'set-apart-undone')
      and (record, entry) not in (select a.record, a.entry from apart_here() a)
      and (record, root) not in (select a.record, a.entry from apart_here() a)));

-- As before (0006); how many entries were disposed of is counted here as disposed_in counts them, and no function is called
-- for each of hundreds of records.
create or replace function my_records() returns table (record text, last int, stamp text, agencies int, replayed int,
  leads boolean, until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (
    select m.record, bool_or(m.why = 'leads') as leads,
      case when bool_or(m.why <> 'glass') then null else max(m.until) end as until
    from may_open m where m.partnership = asking_partnership() and m.practitioner = asking_practitioner()
      and (m.until is null or m.until > now())
    group by m.record)
  select h.record, h.last,
    concat_ws('.', h.last, (select sum(o.last) from taken_over t join record o on o.partnership = h.partnership and o.record = t.other_record
      where t.partnership = h.partnership and t.record = h.record),
      (select count(*) from disposal d where d.partnership = h.partnership and d.record = h.record)
        + (select count(*) from disposal d where d.partnership = h.partnership and d.record <> h.record and d.record in (
          select t.other_record from taken_over t where t.partnership = h.partnership and t.record = h.record)),
      md5((select asking_audience())::text)),
    (select a.last from record a where a.partnership = asking_partnership() and a.record = 'agencies'), h.replayed,
    mine.leads, mine.until
  from mine join record h on h.partnership = asking_partnership() and h.record = mine.record
  where (select asking_audience()) is not null and h.record not in (select kin_records())
$$;

revoke execute on function open_record_as, my_records_as, waiting_as, told_of from public;
grant execute on function open_record_as, my_records_as, waiting_as to holdfast_reader;
grant execute on function told_of to holdfast_recorder;
