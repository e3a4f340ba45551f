-- The records that somebody opened without belonging are theirs for a while: the list of families shows them apart, with
-- until when; nothing is said for those that are theirs in any other way. And since a list asks for hundreds of records at
-- once, who leads and whose kin stand in a record is looked up once for all of them.
drop function my_records();
create function my_records() returns table (record text, last int, stamp text, agencies int, replayed int, leads boolean,
  until timestamptz)
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
      disposed_in(h.partnership, h.record), md5((select asking_audience())::text)),
    (select a.last from record a where a.partnership = asking_partnership() and a.record = 'agencies'), h.replayed,
    mine.leads, mine.until
  from mine join record h on h.partnership = asking_partnership() and h.record = mine.record
  where asking_audience() is not null and h.record not in (select kin_records())
$$;
revoke execute on function my_records from public;
grant execute on function my_records to holdfast_reader;
