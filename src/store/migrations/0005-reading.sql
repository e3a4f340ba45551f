-- What a page asks for: a record opened for one reader, lists, search, the log, and who was told.

-- Opens a record for whoever is asking: says how far it goes and writes the opening down, or gives nothing. The stamp
-- changes whenever anything that this reader may see of it may have changed.
create function open_record(r text, shown text) returns table (last int, stamp text, agencies int, replayed int, way text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p int := asking_partnership();
  who text := asking_practitioner();
  heard text[] := asking_audience();
  by_way text;
begin
  if heard is null then return; end if;
  select case when bool_or(m.why <> 'glass') then 'network' when count(*) > 0 then 'glass' end into by_way from may_open m
  where m.partnership = p and m.practitioner = who and m.record = r and (m.until is null or m.until > now());
  if by_way is null or kin_on(p, who, r) then return; end if;
  insert into opening (partnership, record, practitioner, way, page, reason)
  values (p, r, who, by_way, shown, case when by_way = 'glass' then 'opened before with a reason' end);
  return query select h.last,
    concat_ws('.', h.last, (select sum(o.last) from taken_over t join record o on o.partnership = p and o.record = t.other_record
      where t.partnership = p and t.record = r), disposed_in(p, r), md5(heard::text)),
    (select a.last from record a where a.partnership = p and a.record = 'agencies'), h.replayed, by_way
  from record h where h.partnership = p and h.record = r;
end $$;

-- The same without a page being shown: the records of whoever asks, for lists such as Today. Those that somebody opened
-- without belonging are theirs for a while, with until when; nothing is said for those that are theirs in any other way.
-- Since hundreds are asked for at once, whose kin stand in a record is looked up once for all of them, and how many entries
-- were disposed of is counted here as disposed_in counts them.
create function my_records() returns table (record text, last int, stamp text, agencies int, replayed int,
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
  where not exists (select from (
      select e.* from unnest(t.because) as wanted cross join lateral (
        select * from content o where o.partnership = p and o.record = t.record and o.number = wanted offset 0) e
      union all
      select e.* from unnest(t.elsewhere) as place cross join lateral (
        select * from content o where o.partnership = p and o.record = split_part(place, '/', 1)
          and o.entry = substr(place, strpos(place, '/') + 1) offset 0) e) c
    where c.sight is not null and not (c.sight && heard or c.by = any (heard))
      or exists (select from barred b where b.partnership = p and b.record = c.record and b.root = c.root
        and not (b.sight && heard or b.by = any (heard))))
  order by t.at;
end $$;

-- Search among what whoever is asking may see. It is planned anew each time, with the words and the records in hand: how
-- many hold the word and how many records are theirs decides which index is read, and of the entries only those are read
-- that hold both. Row-level security would make the planner drop the index over the words.
create function search(wanted text, most int) returns table (record text, number int, entry text, root text, kind text, rank real)
language plpgsql stable security definer set search_path = public, pg_temp set random_page_cost = 2 as $$
declare
  p int := asking_partnership();
  heard text[] := asking_audience();
  mine text[];
begin
  if heard is null then return; end if;
  select array_agg(distinct m.record) into mine from may_open m where m.partnership = p and m.practitioner = asking_practitioner()
    and (m.until is null or m.until > now()) and m.record not in (select kin_records());
  return query execute $query$
    select c.record, c.number, c.entry, c.root, c.kind, ts_rank(c.words, $3) as rank from content c
    where c.partnership = $1 and c.record = any ($2) and c.words @@ $3
      and (c.sight is null or c.sight && $4 or c.by = any ($4))
      and not exists (select from barred b where b.partnership = c.partnership and b.record = c.record and b.root = c.root
        and not (b.sight && $4 or b.by = any ($4)))
      and not exists (select from apart a where a.partnership = c.partnership and a.record = c.record and a.entry in (c.entry, c.root))
    order by rank desc, c.record, c.number desc limit $5$query$
    using p, mine, websearch_to_tsquery('english', wanted), heard, most;
end $$;

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

revoke execute on function open_record, my_records, open_record_as, my_records_as, waiting_as, told_of, search, openings_by_day,
  open_for_governance, set_apart_now from public;
grant execute on function open_record, my_records, open_record_as, my_records_as, waiting_as, search, openings_by_day,
  open_for_governance, set_apart_now to holdfast_reader;
grant execute on function told_of to holdfast_recorder;
