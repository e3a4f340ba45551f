-- Few notices: one for each reader, family and day, and lists over many families. A notice stays as it was made; what
-- comes to it later that day are more rows of what was told.

alter table notice alter record drop not null;
alter table notice
  -- The day for which it is, of a notice of duties; with whom the things of a list are late; whether it is sent at once.
  add day date,
  add late_with text,
  add interrupts boolean not null default false,
  add check (record is not null or template in ('late-list', 'watched-list', 'further-list'));

-- Which notice of a reader's still grows today. Nobody reads it; it is gone after a week.
create table notice_of_day (
  partnership int not null,
  told_to text not null,
  day date not null,
  template text not null,
  -- The family, or with whom the things of a list are late.
  about text not null,
  -- Nothing once somebody has said that they have it: what comes then is another notice.
  notice bigint,
  primary key (partnership, told_to, day, template, about)
);
create index notice_of_day_notice on notice_of_day (partnership, notice);
create index notice_of_day_day on notice_of_day (day);
alter table notice_of_day enable row level security;
grant select, insert, update, delete on notice_of_day to holdfast_recorder;
create policy recording on notice_of_day to holdfast_recorder using (partnership = (select asking_partnership()));

-- What waits for the morning’s mail, and what is sent at once.
alter table to_send add digest boolean not null default false;

-- A list is for whoever sees anything of it; of each thing in it the policy on what was told decides.
drop policy reading on notice;
create policy reading on notice for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null
  and (to_practitioner = (select asking_practitioner())
    or (to_practitioner is null and exists (select from asking_desks() d where d.role = to_role
      and (to_agency is null or d.agency = to_agency or split_part(d.agency, '/', 1) = to_agency or split_part(to_agency, '/', 1) = d.agency))))
  and case when record is null
    then exists (select from told t where t.partnership = notice.partnership and t.notice = notice.notice)
    else record not in (select kin_records())
      and (opening is not null or template in ('desk', 'set-apart', 'referred') or record in (select m.record from may_open m)) end);

-- Whether something that was told still stands to be done, for whoever was told. What a practitioner may not open any more
-- they are not reminded of; a referrer outside never could.
create function stands_told(t told, n notice, today date) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from duty d where d.partnership = t.partnership and d.record = t.record and d.key = t.key
      and not d.projected and (d.ended is null or d.ended > today) and (d.frozen is null or d.frozen > today))
    and (n.template = 'referred' or n.to_practitioner is null or exists (select from may_open m
      where m.partnership = t.partnership and m.practitioner = n.to_practitioner and m.record = t.record))
$$;

-- Notices for what was not told before: to each reader one for a family and day, and one for each list of theirs. What comes
-- later that day is added, as long as nobody has said that they have it; what interrupts is a notice of its own. Beyond so
-- many of a day all that does not interrupt is one list. Gives how many it made or added to.
create or replace function tell(p int, r text, tellings jsonb) returns int language plpgsql set search_path = public, pg_temp as $$
declare
  one jsonb;
  made bigint;
  kind text;
  what text;
  -- Whose it is and when, by names that no column has.
  reader text;
  that_day date;
  sent int := 0;
begin
  -- Always in one order, so that two records that tell the same reader never wait for each other.
  for one in select jsonb_build_object('to', t->'to', 'toldTo', t->>'toldTo', 'template', t->>'template', 'about', t->>'about',
      'day', t->>'day', 'mail', t->>'mail', 'most', t->'most', 'lateWith', t->>'lateWith',
      'interrupts', bool_or((t->>'interrupts')::boolean), 'list', jsonb_agg(t)) from jsonb_array_elements(tellings) t
    where not exists (select from told o where o.partnership = p and o.record = r and o.key = t->>'key'
      and o.state = t->>'state' and o.told_to = t->>'toldTo')
    group by t->'to', t->>'toldTo', t->>'template', t->>'about', t->>'day', t->>'mail', t->'most', t->>'lateWith'
    order by t->>'toldTo', t->>'template', t->>'about' loop
    kind := one->>'template';
    what := one->>'about';
    reader := one->>'toldTo';
    that_day := (one->>'day')::date;
    if not (one->>'interrupts')::boolean and kind <> 'further-list'
      and not exists (select from notice_of_day d where d.partnership = p and d.told_to = reader and d.day = that_day
        and d.template = kind and d.about = what)
      and (select count(*) from notice_of_day d where d.partnership = p and d.told_to = reader and d.day = that_day) >= (one->>'most')::int
    then
      kind := 'further-list';
      what := '';
    end if;
    insert into notice_of_day (partnership, told_to, day, template, about) values (p, reader, that_day, kind, what)
    on conflict do nothing;
    select d.notice into made from notice_of_day d where d.partnership = p and d.told_to = reader and d.day = that_day
      and d.template = kind and d.about = what for update;
    if made is null or (one->>'interrupts')::boolean then
      insert into notice (partnership, record, template, to_practitioner, to_agency, to_role, day, late_with, interrupts)
      values (p, case when kind in ('duties', 'referred') then r end, kind, one->'to'->>'practitioner', one->'to'->>'agency',
        one->'to'->>'role', that_day, case when kind = 'late-list' then one->>'lateWith' end, (one->>'interrupts')::boolean)
      returning notice into made;
      insert into sending (partnership, notice, attempt, way, outcome) values (p, made, 1, 'inbox', 'laid in the inbox');
      update notice_of_day d set notice = made where d.partnership = p and d.told_to = reader and d.day = that_day
        and d.template = kind and d.about = what;
    end if;
    insert into told (partnership, record, key, state, told_to, notice, because, elsewhere)
    select p, r, t->>'key', t->>'state', reader, made, numbers(t->'because'), coalesce(texts(t->'elsewhere'), '{}')
    from jsonb_array_elements(one->'list') t;
    insert into to_send (partnership, notice, digest, due, attempts)
    values (p, made, not (one->>'interrupts')::boolean,
      case when (one->>'interrupts')::boolean then clock_timestamp() else (one->>'mail')::timestamptz end,
      (select coalesce(max(s.attempt), 0) from sending s where s.partnership = p and s.notice = made and s.way = 'e-mail'))
    on conflict do nothing;
    sent := sent + 1;
  end loop;
  return sent;
end $$;

-- Says that somebody has a notice: what comes later that day is another. Not when it has grown since they looked: it says
-- how many things it told of then, and false when they are more now.
create function acknowledge(p int, told_by bigint, who text, things int) returns boolean
language plpgsql set search_path = public, pg_temp as $$
begin
  perform from notice_of_day d where d.partnership = p and d.notice = told_by for update;
  if (select count(*) from told t where t.partnership = p and t.notice = told_by) <> things then return false; end if;
  update notice_of_day d set notice = null where d.partnership = p and d.notice = told_by;
  insert into acknowledged (partnership, notice, practitioner) values (p, told_by, who) on conflict do nothing;
  return true;
end $$;

-- Where a notice is sent by e-mail: to whom it is by name, or to those who sit at the desk while they are few. A desk of
-- many, such as that of every officer of a force, reads it in the inbox: a mail to all is a mail to nobody.
create function addresses_of(n notice) returns text[] language sql stable set search_path = public, pg_temp as $$
  with theirs as (
    select distinct w.practitioner, w.account from practitioner w
    where w.partnership = n.partnership and w.ended is null and (w.practitioner = n.to_practitioner
      or n.to_practitioner is null and exists (select from post o
        where o.partnership = n.partnership and o.practitioner = w.practitioner and o.role = n.to_role and (n.to_agency is null
          or o.agency = n.to_agency or split_part(o.agency, '/', 1) = n.to_agency or split_part(n.to_agency, '/', 1) = o.agency))))
  select array(select distinct a.email from theirs join account a on a.account = theirs.account
    where a.ended is null and a.email is not null and (select count(*) from theirs) <= 5 order by 1)
$$;

-- What is to be sent at once, taken for ten minutes. What was acknowledged meanwhile needs no sending any more; and it says
-- whether anything of it still stands.
drop function take_to_send(int);
create function take_to_send(most int, today date) returns table (partnership int, notice float8, attempt int, emails text[], stands boolean)
language sql security definer set search_path = public, pg_temp as $$
  delete from to_send s using acknowledged a where a.partnership = s.partnership and a.notice = s.notice;
  with due as (
    select s.partnership, s.notice from to_send s where not s.digest and s.due <= clock_timestamp()
    order by s.due limit most for update skip locked),
  taken as (
    update to_send s set due = clock_timestamp() + interval '10 minutes', attempts = s.attempts + 1
    from due where s.partnership = due.partnership and s.notice = due.notice
    returning s.partnership, s.notice, s.attempts)
  select t.partnership, t.notice::float8, t.attempts, addresses_of(n),
    not exists (select from told o where o.partnership = n.partnership and o.notice = n.notice)
      or exists (select from told o where o.partnership = n.partnership and o.notice = n.notice and stands_told(o, n, today))
  from taken t join notice n on n.partnership = t.partnership and n.notice = t.notice
$$;

-- The morning’s mail, one for each address: all that waits for it, of how many families and how many things, and of which
-- notices; without an address what waits for nobody’s mail. One server at a time takes it, so that nobody has two.
create function take_digests(asked timestamptz, today date) returns table (email text, families int, things int, notices jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(480202) then return; end if;
  delete from to_send s using acknowledged a where a.partnership = s.partnership and a.notice = s.notice;
  return query with taken as (
    update to_send s set due = asked + interval '10 minutes', attempts = s.attempts + 1
    where s.digest and s.due <= asked returning s.partnership, s.notice, s.attempts),
  known as (
    select t.partnership, t.notice, t.attempts, place.email, o.record, o.key, coalesce(stands_told(o, n, today), false) as stands
    from taken t join notice n on n.partnership = t.partnership and n.notice = t.notice
    left join told o on o.partnership = t.partnership and o.notice = t.notice
    left join lateral unnest(addresses_of(n)) as place (email) on true),
  each as (
    select k.partnership, k.notice, k.attempts, k.email, bool_or(k.stands) as stands from known k group by 1, 2, 3, 4),
  counted as (
    select k.email, count(distinct (k.partnership, k.record))::int as families, count(distinct (k.partnership, k.record, k.key))::int as things
    from known k where k.stands group by 1)
  select e.email, coalesce(max(c.families), 0), coalesce(max(c.things), 0),
    jsonb_agg(jsonb_build_object('partnership', e.partnership, 'notice', e.notice, 'attempt', e.attempts, 'stands', e.stands))
  from each e left join counted c on c.email is not distinct from e.email group by e.email;
end $$;

create function clear_notice_days() returns void language sql security definer set search_path = public, pg_temp
as $$ delete from notice_of_day where day < (clock_timestamp() - interval '7 days')::date $$;

revoke execute on function stands_told, addresses_of, acknowledge, take_to_send, take_digests, clear_notice_days from public;
grant execute on function acknowledge, take_to_send, take_digests, clear_notice_days to holdfast_recorder;
