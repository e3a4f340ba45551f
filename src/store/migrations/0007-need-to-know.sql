-- Need to know, once more: whoever has left, or has a relative in a record, reads nothing of it by any table; and what is
-- restricted is not even known to be there.

-- The records of whoever asks: their own, those that these read from, and that of the agencies.
create function read_here() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (
    select m.record from may_open m where m.partnership = asking_partnership() and m.practitioner = asking_practitioner()
      and (m.until is null or m.until > now()) and asking_audience() is not null and m.record not in (select kin_records()))
  select record from mine
  union select t.other_record from taken_over t where t.partnership = asking_partnership() and t.record in (select record from mine)
  union select 'agencies' where asking_audience() is not null
$$;

-- What was set apart in them, and what whoever asks may not see of them because of an earlier version. The tables
-- themselves are nobody's to read: a row of them says that there is something.
create function apart_here() returns table (record text, entry text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.record, a.entry from apart a where a.partnership = asking_partnership() and a.record in (select read_here())
$$;
create function barred_here() returns table (record text, root text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct b.record, b.root from barred b
  where b.partnership = asking_partnership() and b.record in (select read_here())
    and not (b.sight && (select asking_audience()) or b.by = any ((select asking_audience())::text[]))
$$;
create or replace function asking_desks() returns table (agency text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.agency, o.role from post o where o.partnership = asking_partnership() and o.practitioner = asking_practitioner()
    and asking_audience() is not null
$$;
revoke execute on function read_here, apart_here, barred_here from public;
grant execute on function read_here, apart_here, barred_here to holdfast_reader;
drop policy reading on apart;
drop policy reading on barred;
revoke select on apart, barred from holdfast_reader;

alter policy reading on partnership using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
alter policy reading on practitioner using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
alter policy reading on post using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
alter policy reading on setting using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
alter policy reading on may_open using (
  partnership = (select asking_partnership()) and practitioner = (select asking_practitioner())
  and (until is null or until > now()) and (select asking_audience()) is not null
  and record not in (select kin_records()));
alter policy reading on content using (
  partnership = (select asking_partnership())
  and (record in (select r.record from record r)
    or exists (select from taken_over t where t.other_record = content.record
      and t.person = any (content.about) and (t.up_to is null or content.number <= t.up_to)))
  and (sight is null or sight && (select asking_audience()) or by = any ((select asking_audience())::text[]))
  and (record, root) not in (select b.record, b.root from barred_here() b)
  and ((select leads_governance())
    or kind not in ('set-apart', 'set-apart-undone')
      and (record, entry) not in (select a.record, a.entry from apart_here() a)
      and (record, root) not in (select a.record, a.entry from apart_here() a)));
alter policy reading on duty using (
  partnership = (select asking_partnership())
  and record in (select m.record from may_open m)
  and not exists (select from unnest(because) as wanted (number) where not exists (
    select from content c where c.partnership = duty.partnership and c.record = duty.record and c.number = wanted.number))
  and not exists (select from unnest(elsewhere) as wanted (place) where not exists (
    select from content c where c.partnership = duty.partnership and c.record = split_part(wanted.place, '/', 1)
      and c.entry = substr(wanted.place, strpos(wanted.place, '/') + 1))));
alter policy reading on told using (
  partnership = (select asking_partnership())
  and record in (select m.record from may_open m)
  and not exists (select from unnest(because) as wanted (number) where not exists (
    select from content c where c.partnership = told.partnership and c.record = told.record and c.number = wanted.number))
  and not exists (select from unnest(elsewhere) as wanted (place) where not exists (
    select from content c where c.partnership = told.partnership and c.record = split_part(wanted.place, '/', 1)
      and c.entry = substr(wanted.place, strpos(wanted.place, '/') + 1))));
alter policy reading on notice using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null
  and (to_practitioner = (select asking_practitioner())
    or (to_practitioner is null and exists (select from asking_desks() d where d.role = to_role
      and (to_agency is null or d.agency = to_agency or split_part(d.agency, '/', 1) = to_agency or split_part(to_agency, '/', 1) = d.agency))))
  and record not in (select kin_records())
  and (opening is not null or template in ('desk', 'set-apart', 'referred') or record in (select m.record from may_open m)));
