-- The emergency view: one page of a child for whoever answers an emergency, with no reason asked first. What it may
-- read is limited here, and whatever it reads is in the log.

-- Ambulance, 111 and urgent care, emergency duty, and whoever sits in an emergency department or is the GP out of hours.
create function answers_emergencies() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from post o join practitioner w on w.partnership = o.partnership and w.practitioner = o.practitioner
    where o.partnership = asking_partnership() and o.practitioner = asking_practitioner() and w.ended is null
      and (o.role in ('emergency-clinician', 'out-of-hours-gp', 'ambulance-clinician')
        or split_part(o.agency, '/', 1) in ('ambulance', 'urgent-care', 'emergency-duty')))
$$;

create function emergency_kinds() returns text[] language sql immutable parallel safe as $$
  select array['person', 'same-person', 'not-same-person', 'sick-day-plan', 'instruction', 'instruction-conflict',
    'instruction-settled', 'medicines-agreed', 'question-asked', 'question-answered', 'plan-agreed', 'plan-started', 'plan-ended',
    'worker-starts', 'worker-leaves', 'lead-named', 'lead-accepted', 'lead-declined']
$$;

-- What the page needs of one record, under the sight of whoever asks, and nothing when they or a relative appear in it. An
-- entry of these kinds comes with every correction of it, whatever that says it is: an old dose must not stand.
create function emergency_entries(r text) returns table (record text, number int, content text, known text, about text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p int := asking_partnership();
  who text := asking_practitioner();
  heard text[] := asking_audience();
begin
  if heard is null or not answers_emergencies() or r = 'agencies' or kin_on(p, who, r) then return; end if;
  if not exists (select from record h where h.partnership = p and h.record = r) then return; end if;
  insert into opening (partnership, record, practitioner, way, page) values (p, r, who, 'emergency', 'emergency view');
  return query
    with wanted as (
      select c.* from content c where c.partnership = p and c.record = r
      union
      select c.* from taken_over t join content c on c.partnership = t.partnership and c.record = t.other_record
        and t.person = any (c.about) and (t.up_to is null or c.number <= t.up_to)
      where t.partnership = p and t.record = r)
    select c.record, c.number, c.content, c.known::text, c.about from wanted c
    where exists (select from wanted k where k.record = c.record and k.root = c.root and k.kind = any (emergency_kinds()))
      and (c.sight is null or c.sight && heard or c.by = any (heard))
      and not exists (select from barred b where b.partnership = p and b.record = c.record and b.root = c.root
        and not (b.sight && heard or b.by = any (heard)))
      and not exists (select from apart a where a.partnership = p and a.record in (c.record, r) and a.entry in (c.entry, c.root))
    order by c.record, c.number;
end $$;

revoke execute on function answers_emergencies, emergency_entries from public;
grant execute on function answers_emergencies, emergency_entries to holdfast_reader;

-- Who leads on information governance, except for a record in which they or a relative appear.
create function governance_leads(p int, r text) returns table (practitioner text)
language sql stable set search_path = public, pg_temp as $$
  select distinct o.practitioner from post o join practitioner w on w.partnership = o.partnership and w.practitioner = o.practitioner
  where o.partnership = p and o.role = 'information-governance-lead' and w.ended is null and not kin_on(p, o.practitioner, r)
$$;

-- Tells whoever leads on information governance: each by name, or their desk while nobody sits there. Gives how many.
create function tell_governance(p int, r text, kind text, about bigint) returns int
language plpgsql set search_path = public, pg_temp as $$
declare
  lead text;
  told int := 0;
begin
  for lead in select g.practitioner from governance_leads(p, r) g order by 1 loop
    perform notify(p, r, kind, lead, null, null, about);
    told := told + 1;
  end loop;
  if told = 0 then
    perform notify(p, r, kind, null, null, 'information-governance-lead', about);
    told := 1;
  end if;
  return told;
end $$;

revoke execute on function governance_leads, tell_governance from public;
grant execute on function governance_leads, tell_governance to holdfast_recorder;
