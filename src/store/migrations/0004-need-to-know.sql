-- Need to know, in the database (decision 0014): who is asking, what is theirs, and one policy for each table that the
-- reader has. Whoever has left, or has a relative in a record, reads nothing of it by any table; and what is restricted is
-- not even known to be there.

create function asking_audience() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select audience from practitioner
  where partnership = asking_partnership() and practitioner = asking_practitioner() and ended is null
$$;

create function asking_desks() returns table (agency text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.agency, o.role from post o where o.partnership = asking_partnership() and o.practitioner = asking_practitioner()
    and asking_audience() is not null
$$;

create function leads_governance() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(asking_audience() @> '{information-governance-lead}', false)
$$;

-- Whether a practitioner, a relative or a partner appears in a record: then nothing opens it.
create function kin_on(p int, who text, r text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from kin k join person h on h.partnership = k.partnership and h.record = r
    and (h.nhs = k.nhs or (h.name_key = k.name_key and h.born = k.born))
    where k.partnership = p and k.practitioner = who)
$$;

-- The records in which whoever asks, a relative or a partner appears: whatever their post, they read nothing of them.
create function kin_records() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select distinct h.record from kin k join person h on h.partnership = k.partnership
    and (h.nhs = k.nhs or (h.name_key = k.name_key and h.born = k.born))
  where k.partnership = asking_partnership() and k.practitioner = asking_practitioner()
$$;

-- Whether whoever asks leads or manages a family. The row is written beside the one that says why they may open it.
create function leads_here(r text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from may_open m where m.partnership = asking_partnership() and m.record = r
    and m.practitioner = asking_practitioner() and m.why = 'leads') and asking_audience() is not null
    and not kin_on(asking_partnership(), asking_practitioner(), r)
$$;

-- The records that whoever asks may open, and that of the agencies. A policy asks this of every statement; asked of the
-- table of records, the answer took as long as there are families in the partnership.
create function open_here() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select m.record from may_open m where m.partnership = asking_partnership() and m.practitioner = asking_practitioner()
    and (m.until is null or m.until > now()) and (select asking_audience()) is not null
    and m.record not in (select kin_records())
  union select 'agencies' where (select asking_audience()) is not null
$$;

-- The records of whoever asks: their own, those that these read from, and that of the agencies.
create function read_here() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select open_here()
  union select t.other_record from taken_over t where t.partnership = asking_partnership() and t.record in (select open_here())
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

revoke execute on function leads_governance, kin_on, kin_records, leads_here, open_here, read_here, apart_here, barred_here
  from public;
grant execute on function leads_governance, kin_records, leads_here, open_here, read_here, apart_here, barred_here
  to holdfast_reader;
grant execute on function kin_on to holdfast_recorder;

-- Whether whoever asks sees all that something rests on: entries of the record itself by their numbers, those of others by
-- "record/entry". It runs as whoever asks, so that the policy on the words answers it.
create function sees_all(p int, r text, because int[], elsewhere text[]) returns boolean language sql stable as $$
  select not exists (select from unnest(because) as wanted (number) where not exists (
      select from public.content c where c.partnership = p and c.record = r and c.number = wanted.number))
    and not exists (select from unnest(elsewhere) as wanted (place) where not exists (
      select from public.content c where c.partnership = p and c.record = split_part(wanted.place, '/', 1)
        and c.entry = substr(wanted.place, strpos(wanted.place, '/') + 1)))
$$;

grant select on partnership, practitioner, post, setting, record, content, duty, may_open, taken_over, notice, told,
  acknowledged, opening, opening_review to holdfast_reader;

create policy reading on partnership for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
create policy reading on practitioner for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
create policy reading on post for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
create policy reading on setting for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
create policy reading on may_open for select to holdfast_reader using (
  partnership = (select asking_partnership()) and practitioner = (select asking_practitioner())
  and (until is null or until > now()) and (select asking_audience()) is not null
  and record not in (select kin_records()));
create policy reading on record for select to holdfast_reader using (
  partnership = (select asking_partnership()) and record in (select open_here()));
create policy reading on taken_over for select to holdfast_reader using (
  partnership = (select asking_partnership()) and record in (select m.record from may_open m));

-- What sets an entry apart, or puts it back, is for the lead on information governance alone. Were only one of the two in
-- sight of some reader, because their own agency wrote it, that reader's fold would not know the last word.
create policy reading on content for select to holdfast_reader using (
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

create policy reading on duty for select to holdfast_reader using (
  partnership = (select asking_partnership()) and record in (select m.record from may_open m)
  and sees_all(partnership, record, because, elsewhere));
create policy reading on told for select to holdfast_reader using (
  partnership = (select asking_partnership()) and record in (select m.record from may_open m)
  and sees_all(partnership, record, because, elsewhere));

create policy reading on notice for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null
  and (to_practitioner = (select asking_practitioner())
    or (to_practitioner is null and exists (select from asking_desks() d where d.role = to_role
      and (to_agency is null or d.agency = to_agency or split_part(d.agency, '/', 1) = to_agency or split_part(to_agency, '/', 1) = d.agency))))
  and record not in (select kin_records())
  and (opening is not null or template in ('desk', 'set-apart', 'referred') or record in (select m.record from may_open m)));
create policy reading on acknowledged for select to holdfast_reader using (
  partnership = (select asking_partnership()) and notice in (select n.notice from notice n));

-- The log is for the lead on information governance; whoever leads the family asks for it through openings_by_day.
create policy reading on opening for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select leads_governance()) and record not in (select kin_records()));
create policy reading on opening_review for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select leads_governance()) and opening in (select o.opening from opening o));
