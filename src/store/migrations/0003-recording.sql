-- Append is one function: the chain, the words, the difference of the duties, who may open, who is told, and the next
-- day of the family, in one statement. It runs as the recorder, so that the policies hold for it too. Nothing when the
-- record has moved on since the fold was made: then it is folded and asked again. No lock outlives it.

create function append(p int, r text, folded int, entries jsonb, follows jsonb, writer text, once text, ruled text)
returns jsonb language plpgsql set search_path = public, pg_temp as $$
declare
  -- By its whole name: a bare "record" is PostgreSQL’s own type, once the table is looked at anew.
  held public.record%rowtype;
  written text;
  one jsonb;
  n int;
  clock timestamptz;
  chained bytea;
  digested bytea;
  made bigint;
begin
  perform set_config('holdfast.partnership', p::text, true);
  if once is not null then
    select record, number into written, n from chain where partnership = p and form = once;
    if found then return jsonb_build_object('again', true, 'number', n, 'record', written); end if;
  end if;
  -- A record begins with its first entries, or not at all.
  if folded = 0 then insert into record (partnership, record) values (p, r) on conflict do nothing; end if;
  select * into held from record where partnership = p and record = r for update;
  if not found or held.last <> folded then return null; end if;
  if disposed_in(p, r) <> coalesce((follows->>'disposed')::int, 0) then return null; end if;
  if elsewhere_of(p, r) <> coalesce((follows->>'elsewhere')::int, 0) then return null; end if;
  if not exists (select from partnership a join record g on g.partnership = a.partnership and g.record = 'agencies'
    where a.partnership = p and a.staff = (follows->>'staff')::int
      and (r = 'agencies' or g.last = (follows->>'agencies')::int)) then return null; end if;
  n := held.last;
  chained := held.head;
  clock := held.arrived;
  for one in select * from jsonb_array_elements(entries) loop
    n := n + 1;
    clock := greatest(clock + interval '1 microsecond', clock_timestamp());
    digested := sha256(decode(one->>'salt', 'hex') || convert_to(one->>'content', 'UTF8'));
    insert into chain (partnership, record, number, arrived, writer, form, before, digest, hash)
    values (p, r, n, clock, writer, case when n = held.last + 1 then once end, chained, digested,
      chain_hash(chained, p, r, n, clock, writer, digested))
    returning hash into chained;
    insert into content (partnership, record, number, salt, content, known, entry, root, kind, by, sight, about, words)
    values (p, r, n, decode(one->>'salt', 'hex'), one->>'content',
      coalesce((one->>'known')::date, (clock at time zone 'Europe/London')::date), one->>'entry', one->>'root', one->>'kind', one->>'by',
      texts(one->'sight'), coalesce(texts(one->'about'), '{}'), to_tsvector('english', one->>'words'));
    if exists (select from content c where c.partnership = p and c.record = r and c.root = one->>'root' and c.entry <> c.root) then
      insert into barred (partnership, record, root, number, sight, by)
      select p, r, one->>'root', c.number, c.sight, c.by from content c
      where c.partnership = p and c.record = r and c.root = one->>'root' and c.sight is not null
      on conflict do nothing;
    end if;
  end loop;
  update record set last = n, head = chained, arrived = clock, rules = ruled,
    elsewhere = coalesce((follows->>'elsewhere')::int, 0), next_day = (follows->>'nextDay')::date,
    replayed = case when entries->0 ? 'known' then n else replayed end
  where partnership = p and record = r;
  perform follow(p, r, follows);
  made := tell(p, r, follows->'tellings');
  return jsonb_build_object('number', n, 'record', r, 'told', made, 'readBy',
    (select jsonb_agg(distinct t.record) from taken_over t where t.partnership = p and t.other_record = r));
end $$;

create function chain_hash(before bytea, p int, r text, n int, arrived timestamptz, writer text, digest bytea)
returns bytea language sql immutable as $$
  select sha256(before || convert_to(concat_ws('|', p, r, n, floor(extract(epoch from arrived) * 1000000)::bigint, writer), 'UTF8') || digest)
$$;

create function texts(list jsonb) returns text[] language sql immutable as $$
  select case when list is null or jsonb_typeof(list) = 'null' then null
    else array(select jsonb_array_elements_text(list)) end
$$;
create function numbers(list jsonb) returns int[] language sql immutable as $$
  select array(select value::int from jsonb_array_elements_text(list))
$$;

-- How many entries were disposed of, of a record and of those it reads: a fold that is older still holds their words.
create function disposed_in(p int, r text) returns int language sql stable set search_path = public, pg_temp as $$
  select count(*)::int from disposal d where d.partnership = p and (d.record = r
    or d.record in (select t.other_record from taken_over t where t.partnership = p and t.record = r))
$$;

-- How far the records go that a record reads from, taken together: a fold that is older lacks what they have said since.
create function elsewhere_of(p int, r text) returns int language sql stable set search_path = public, pg_temp as $$
  select coalesce(sum(o.last), 0)::int from record o where o.partnership = p
    and o.record in (select t.other_record from taken_over t where t.partnership = p and t.record = r)
$$;

-- The difference of what is read from a record. What a part of `follows` leaves out has not changed.
create function follow(p int, r text, follows jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if follows ? 'gone' then
    delete from duty where partnership = p and record = r and key = any (texts(follows->'gone'));
  end if;
  if follows ? 'duties' then
    insert into duty (partnership, record, key, rule, child, owner, agency, opens, due, ended, how, frozen, projected, because, elsewhere, mark)
    select p, r, d->>'key', d->>'rule', d->>'child', d->>'owner', d->>'agency', (d->>'opens')::date, (d->>'due')::date,
      (d->>'ended')::date, d->>'how', (d->>'frozen')::date, (d->>'projected')::boolean, numbers(d->'because'), coalesce(texts(d->'elsewhere'), '{}'), d->>'mark'
    from jsonb_array_elements(follows->'duties') d
    on conflict (partnership, record, key) do update set rule = excluded.rule, child = excluded.child, owner = excluded.owner,
      agency = excluded.agency, opens = excluded.opens, due = excluded.due, ended = excluded.ended, how = excluded.how,
      frozen = excluded.frozen, projected = excluded.projected, because = excluded.because, elsewhere = excluded.elsewhere, mark = excluded.mark;
  end if;
  if follows ? 'mayOpen' then
    delete from may_open where partnership = p and record = r and why <> 'glass';
    insert into may_open (partnership, practitioner, record, why)
    select p, m->>'practitioner', r, m->>'why' from jsonb_array_elements(follows->'mayOpen') m
    on conflict do nothing;
  end if;
  if follows ? 'people' then
    delete from person where partnership = p and record = r;
    insert into person (partnership, record, person, name_key, born, nhs, child)
    select p, r, h->>'person', h->>'nameKey', (h->>'born')::date, h->>'nhs', (h->>'child')::boolean
    from jsonb_array_elements(follows->'people') h;
  end if;
  if follows ? 'apart' then
    delete from apart where partnership = p and record = r;
    insert into apart (partnership, record, entry) select p, r, jsonb_array_elements_text(follows->'apart');
  end if;
  if follows ? 'takenOver' then
    delete from taken_over where partnership = p and record = r;
    insert into taken_over (partnership, record, other_record, person, up_to)
    select p, r, t->>'otherRecord', t->>'person', (select max(c.number) from content c
      where c.partnership = p and c.record = t->>'otherRecord' and c.entry = t->>'upTo')
    from jsonb_array_elements(follows->'takenOver') t
    where exists (select from record o where o.partnership = p and o.record = t->>'otherRecord' and o.record not in (r, 'agencies'));
  end if;
end $$;

-- Notices for what was not told before: one for each reader, with all that is new to them in it. Gives how many.
create function tell(p int, r text, tellings jsonb) returns int language plpgsql set search_path = public, pg_temp as $$
declare
  reader jsonb;
  made bigint;
  sent int := 0;
begin
  for reader in select jsonb_build_object('to', t->'to', 'template', t->>'template', 'list', jsonb_agg(t)) from jsonb_array_elements(tellings) t
    where not exists (select from told o where o.partnership = p and o.record = r and o.key = t->>'key'
      and o.state = t->>'state' and o.told_to = t->>'toldTo')
    group by t->'to', t->>'template' loop
    insert into notice (partnership, record, template, to_practitioner, to_agency, to_role)
    values (p, r, reader->>'template', reader->'to'->>'practitioner', reader->'to'->>'agency', reader->'to'->>'role')
    returning notice into made;
    insert into told (partnership, record, key, state, told_to, notice, because, elsewhere)
    select p, r, t->>'key', t->>'state', t->>'toldTo', made, numbers(t->'because'), coalesce(texts(t->'elsewhere'), '{}')
    from jsonb_array_elements(reader->'list') t;
    insert into sending (partnership, notice, attempt, way, outcome) values (p, made, 1, 'inbox', 'laid in the inbox');
    if reader->'to' ? 'practitioner' then insert into to_send (partnership, notice) values (p, made); end if;
    sent := sent + 1;
  end loop;
  return sent;
end $$;

grant execute on function append, chain_hash, texts, numbers, disposed_in, elsewhere_of, follow, tell to holdfast_recorder;

-- A notice that is not about a duty: an unusual opening, an entry set apart, something for the desk.
create function notify(p int, r text, kind text, practitioner text, agency text, role text, about bigint)
returns bigint language plpgsql set search_path = public, pg_temp as $$
declare
  made bigint;
begin
  insert into notice (partnership, record, template, to_practitioner, to_agency, to_role, opening)
  values (p, r, kind, practitioner, agency, role, about) returning notice into made;
  insert into sending (partnership, notice, attempt, way, outcome) values (p, made, 1, 'inbox', 'laid in the inbox');
  if practitioner is not null then insert into to_send (partnership, notice) values (p, made); end if;
  return made;
end $$;
grant execute on function notify to holdfast_recorder;

-- Disposal, for the owner alone: the words go, the chain and a tombstone stay.
create function dispose(p int, r text, n int, why text, who text, second_person text) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  insert into disposal (partnership, record, number, reason, disposed_by, second) values (p, r, n, why, who, second_person);
  perform set_config('holdfast.disposing', 'yes', true);
  delete from content where partnership = p and record = r and number = n;
  if not found then raise exception 'There is no such entry' using errcode = 'HF002'; end if;
  perform set_config('holdfast.disposing', 'no', true);
  -- What a server keeps of the agencies' record is as old as the list of the staff.
  if r = 'agencies' then update partnership set staff = staff + 1 where partnership = p; end if;
end $$;
revoke execute on function dispose from public;

-- Whoever sits behind a session. It runs as the owner, since a session does not say its partnership before it is read.
create function find_session(hashed bytea) returns table (account text, partnership int, practitioner text, name text,
  "signIn" text, begun float8, used float8, ended boolean, "secondFactor" boolean, second boolean, example boolean, posts jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.account, p.partnership, p.practitioner, p.name, a.sign_in,
    floor(extract(epoch from s.made) * 1000), floor(extract(epoch from s.seen) * 1000),
    s.ended is not null, a.secret_since is not null, s.second, o.example,
    (select jsonb_agg(jsonb_build_object('agency', t.agency, 'role', t.role) order by t.agency, t.role)
      from post t where t.partnership = p.partnership and t.practitioner = p.practitioner)
  from session s join account a on a.account = s.account and a.ended is null
  join practitioner p on p.account = s.account and p.ended is null
  join partnership o on o.partnership = p.partnership
  where s.token = hashed order by p.partnership limit 1
$$;
revoke execute on function find_session from public;
grant execute on function find_session to holdfast_recorder;

-- What is due to be sent, taken for ten minutes. What was acknowledged meanwhile needs no sending any more.
create function take_to_send(most int) returns table (partnership int, notice float8, attempt int, email text)
language sql security definer set search_path = public, pg_temp as $$
  delete from to_send s using acknowledged a where a.partnership = s.partnership and a.notice = s.notice;
  with due as (
    select s.partnership, s.notice from to_send s where s.due <= clock_timestamp()
    order by s.due limit most for update skip locked),
  taken as (
    update to_send s set due = clock_timestamp() + interval '10 minutes', attempts = s.attempts + 1
    from due where s.partnership = due.partnership and s.notice = due.notice
    returning s.partnership, s.notice, s.attempts)
  select t.partnership, t.notice::float8, t.attempts,
    (select a.email from notice n join practitioner p on p.partnership = n.partnership and p.practitioner = n.to_practitioner
      join account a on a.account = p.account and a.ended is null where n.partnership = t.partnership and n.notice = t.notice)
  from taken t
$$;
revoke execute on function take_to_send from public;
grant execute on function take_to_send to holdfast_recorder;

-- Drafts are gone after seven days; their author may not be there to ask for them.
create function clear_drafts() returns void language sql security definer set search_path = public, pg_temp
as $$ delete from draft where saved < clock_timestamp() - interval '7 days' $$;
revoke execute on function clear_drafts from public;
grant execute on function clear_drafts to holdfast_recorder;
