-- Governance: who has opened what, entries that were set apart, records that belong together.

-- The lead on information governance opens a record to join, part or mend it; that stands in the log like the rest.
alter table opening drop constraint opening_way_check;
alter table opening add constraint opening_way_check check (way in ('network', 'glass', 'emergency', 'governance'));

create function leads_governance() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(asking_audience() @> '{information-governance-lead}', false)
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

revoke execute on function leads_governance, kin_records, leads_here from public;
grant execute on function leads_governance, kin_records, leads_here to holdfast_reader;

alter policy reading on notice using (
  partnership = (select asking_partnership())
  and (to_practitioner = (select asking_practitioner())
    or (to_practitioner is null and exists (select from asking_desks() d where d.role = to_role
      and (to_agency is null or d.agency = to_agency or split_part(d.agency, '/', 1) = to_agency or split_part(to_agency, '/', 1) = d.agency))))
  and record not in (select kin_records())
  and (opening is not null or template in ('desk', 'set-apart') or record in (select m.record from may_open m)));
alter policy reading on opening using (
  partnership = (select asking_partnership()) and (select leads_governance()) and record not in (select kin_records()));
alter policy reading on opening_review using (
  partnership = (select asking_partnership()) and (select leads_governance()) and opening in (select o.opening from opening o));

-- What sets an entry apart, or puts it back, is for the lead on information governance alone. Were only one of the two in
-- sight of some reader, because their own agency wrote it, that reader's fold would not know the last word.
alter policy reading on content using (
  partnership = (select asking_partnership())
  and (record in (select r.record from record r)
    or exists (select from taken_over t where t.other_record = content.record
      and t.person = any (content.about) and (t.up_to is null or content.number <= t.up_to)))
  and (sight is null or sight && (select asking_audience()) or by = any ((select asking_audience())::text[]))
  and not exists (select from barred b where b.partnership = content.partnership and b.record = content.record
    and b.root = content.root
    and not (b.sight && (select asking_audience()) or b.by = any ((select asking_audience())::text[])))
  and ((select leads_governance())
    or kind not in ('set-apart', 'set-apart-undone') and not exists (select from apart a
      where a.partnership = content.partnership and a.record = content.record and a.entry in (content.entry, content.root))));

-- The log of one record by day and person, newest first: for whoever leads or manages the family, and for the lead on
-- information governance. How many such rows there are stands in each.
drop function openings_of(text, int);
create function openings_by_day(r text, skip int, most int) returns table (day text, practitioner text, name text, posts jsonb,
  way text, pages text[], times int, first timestamptz, last timestamptz, reason text, "all" int)
language sql stable security definer set search_path = public, pg_temp as $$
  select (o.at at time zone 'Europe/London')::date::text, o.practitioner, w.name,
    (select jsonb_agg(jsonb_build_object('agency', t.agency, 'role', t.role) order by t.agency, t.role) from post t
      where t.partnership = o.partnership and t.practitioner = o.practitioner),
    o.way, array_agg(distinct o.page), count(*)::int, min(o.at), max(o.at),
    min(o.reason) filter (where o.reason <> 'opened before with a reason'), (count(*) over ())::int
  from opening o join practitioner w on w.partnership = o.partnership and w.practitioner = o.practitioner
  where o.partnership = asking_partnership() and o.record = r
    and (leads_here(r) or leads_governance() and not kin_on(asking_partnership(), asking_practitioner(), r))
  group by 1, o.partnership, o.practitioner, w.name, o.way
  order by max(o.at) desc, o.practitioner offset skip limit most
$$;

-- Opens a record for the lead on information governance, and writes it down; false for everybody else.
create function open_for_governance(r text, shown text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p int := asking_partnership();
begin
  if not leads_governance() or r = 'agencies' or kin_on(p, asking_practitioner(), r)
    or not exists (select from record h where h.partnership = p and h.record = r) then return false; end if;
  insert into opening (partnership, record, practitioner, way, page) values (p, r, asking_practitioner(), 'governance', shown);
  return true;
end $$;

-- Where an entry that was set apart went: to the record where it belongs, or before the desk.
create table moved (
  partnership int not null,
  moved bigint generated always as identity,
  record text not null,
  entry text not null,
  at timestamptz not null default clock_timestamp(),
  practitioner text not null,
  other_record text,
  item text,
  primary key (partnership, moved),
  foreign key (partnership, record) references record,
  foreign key (partnership, other_record) references record (partnership, record),
  foreign key (partnership, item) references desk_item (partnership, item),
  foreign key (partnership, practitioner) references practitioner,
  check ((other_record is null) <> (item is null))
);
create index moved_entry on moved (partnership, record, entry);
create trigger append_only before update or delete on moved for each row execute function refuse_change();
create trigger not_emptied before truncate on moved for each statement execute function refuse_change();
alter table moved enable row level security;
grant select, insert on moved to holdfast_recorder;
create policy recording on moved to holdfast_recorder using (partnership = (select asking_partnership()));

-- The entries that are set apart now, with the line that set each apart: for the lead on information governance alone.
create function set_apart_now() returns table (record text, entry text, kind text, by text, line text, day text,
  "otherRecord" text, item text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.record, a.entry, held.kind, held.by, word.content, word.known::text, coalesce(gone.other_record, gone.placed), gone.item
  from apart a
  left join lateral (select c.kind, c.by from content c where c.partnership = a.partnership and c.record = a.record
    and a.entry in (c.entry, c.root) order by c.number desc limit 1) held on true
  left join lateral (select c.content, c.known, c.number from content c where c.partnership = a.partnership and c.record = a.record
    and c.kind = 'set-apart' and c.content::jsonb->>'entry' = a.entry order by c.number desc limit 1) word on true
  left join lateral (select m.other_record, m.item, d.record as placed from moved m
    left join desk_answer d on d.partnership = m.partnership and d.item = m.item
    where m.partnership = a.partnership and m.record = a.record and m.entry = a.entry
    order by m.other_record is null, m.moved desc limit 1) gone on true
  where a.partnership = asking_partnership() and leads_governance() and a.record not in (select kin_records())
  order by word.known desc nulls last, a.record, a.entry
$$;

revoke execute on function openings_by_day, open_for_governance, set_apart_now from public;
grant execute on function openings_by_day, open_for_governance, set_apart_now to holdfast_reader;
