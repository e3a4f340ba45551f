/** Examples of a parent's own page. */
export const parentsPageLines = {
  'phone-safety-asked': {
    on: '2024-05-06',
    by: 'health-visiting',
    person: 'tess',
    alone: 'yes',
    others: 'no',
    safe: 'yes',
    way: 'page',
  },
  'parent-page-opened': { on: '2024-05-06', by: 'health-visiting', person: 'tess', way: 'page', child: 'bea' },
  'parent-page-closed': { on: '2024-09-02', by: 'health-visiting', person: 'tess', closedBy: 'parent' },
  'young-person-asked': { on: '2024-05-06', by: 'school-nursing', person: 'bea', parent: 'tess', agrees: 'no' },
} as const
