-- What urgent care reads of a child also holds what the child must not have, what was stopped, and whether the parent could
-- say the plan for sick days back.
create or replace function emergency_kinds() returns text[] language sql immutable parallel safe as $$
  select array['person', 'same-person', 'not-same-person', 'sick-day-plan', 'sick-day-plan-said-back', 'allergy', 'instruction',
    'medicine-stopped', 'instruction-conflict', 'instruction-settled', 'medicines-agreed', 'question-asked',
    'question-answered', 'plan-agreed', 'plan-started', 'plan-ended', 'worker-starts', 'worker-leaves', 'lead-named',
    'lead-accepted', 'lead-declined']
$$;
