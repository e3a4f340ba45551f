-- What agencies owe by their own record is derived as a family's is. Nobody may open that record as a family's, so that no
-- duty of it is read here; of what was told whoever was told reads their own, and their desk's.

create function told_here(told_to text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select told_to = asking_practitioner() or exists (select from asking_desks() d
    where d.role = split_part(told_to, '|', 2) and (split_part(told_to, '|', 1) in ('', d.agency, split_part(d.agency, '/', 1))
      or split_part(split_part(told_to, '|', 1), '/', 1) = d.agency))
$$;
revoke execute on function told_here from public;
grant execute on function told_here to holdfast_reader;

drop policy reading on told;
create policy reading on told for select to holdfast_reader using (
  partnership = (select asking_partnership())
  and (record in (select m.record from may_open m) or record = 'agencies' and told_here(told_to))
  and sees_all(partnership, record, because, elsewhere));

drop policy reading on notice;
create policy reading on notice for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null
  and (to_practitioner = (select asking_practitioner())
    or (to_practitioner is null and exists (select from asking_desks() d where d.role = to_role
      and (to_agency is null or d.agency = to_agency or split_part(d.agency, '/', 1) = to_agency or split_part(to_agency, '/', 1) = d.agency))))
  and case when record is null
    then exists (select from told t where t.partnership = notice.partnership and t.notice = notice.notice)
    else record not in (select kin_records()) and (opening is not null or record = 'agencies'
      or template in ('desk', 'set-apart', 'referred') or record in (select m.record from may_open m)) end);

-- Whether something that was told still stands to be done, for whoever was told: a referrer outside never may open it, and
-- nobody opens the agencies' record.
create or replace function stands_told(t told, n notice, today date) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from duty d where d.partnership = t.partnership and d.record = t.record and d.key = t.key
      and not d.projected and (d.ended is null or d.ended > today) and (d.frozen is null or d.frozen > today))
    and (n.template = 'referred' or t.record = 'agencies' or n.to_practitioner is null or exists (select from may_open m
      where m.partnership = t.partnership and m.practitioner = n.to_practitioner and m.record = t.record))
$$;
