/** A sound line for each kind about diagnoses, medicines, results, hospital stays, pregnancy and birth. */
export const healthLines = {
  diagnosis: { on: '2024-02-01', by: 'hospital/royal', diagnosis: 'd-1', condition: 'Reflux of the kidney' },
  instruction: { on: '2024-02-01', by: 'hospital/royal', medicine: 'Trimethoprim', dose: '2.5 ml each night' },
  'instruction-conflict': { on: '2024-03-11', by: 'family', medicine: 'Trimethoprim', text: 'The GP wrote 5 ml.' },
  'instruction-settled': { on: '2024-03-12', by: 'gp', medicine: 'Trimethoprim', dose: '2.5 ml each night' },
  'medicines-agreed': { on: '2024-03-14', by: 'hospital/royal', to: 'gp; tess' },
  'sick-day-plan': {
    on: '2024-03-14',
    by: 'hospital/royal',
    steps: 'Hot or sick: test her water and ring the ward the same day. Shaking or hard to wake: 999.',
    ring: 'Children’s ward, day and night',
    agreedBy: 'hospital/royal; gp',
  },
  'result-awaited': { on: '2024-05-21', by: 'hospital/royal', result: 'scan-1', test: 'Ultrasound scan' },
  'result-told': { on: '2024-06-04', by: 'hospital/royal', result: 'scan-1', understood: 'yes' },
  admission: { on: '2024-09-10', by: 'hospital/royal' },
  discharge: { on: '2024-09-14', by: 'hospital/royal', address: '7 Weir Lane' },
  'address-checked': { on: '2024-09-13', by: 'social-care', address: '7 Weir Lane', adults: 'yes' },
  pregnancy: { on: '2024-10-01', by: 'midwifery', unborn: 'baby-2', mother: 'tess', expected: '2025-04-20' },
  'antenatal-booking': { on: '2024-10-15', by: 'midwifery', unborn: 'baby-2', mother: 'tess' },
  'pregnancy-ended': { on: '2024-11-20', by: 'midwifery', unborn: 'baby-2' },
  birth: { on: '2025-04-17', by: 'midwifery', unborn: 'baby-2', mother: 'tess' },
} as const
