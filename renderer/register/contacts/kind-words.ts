import type { ContactKind } from '../../../shared/domain/contact-kinds.ts';

/** "What is it for?", in the order of need. */
export const kindWords = {
  emergency: 'Ambulance, police or fire (999)',
  'nhs-111': 'NHS 111',
  police: 'Police',
  'duty-gp': 'Duty GP',
  'mental-health-crisis': 'Mental health crisis team',
  'adult-social-care': 'Adult social care',
  'childrens-social-care': 'Children’s social care (MASH)',
  'named-gp': 'Named GP',
  'early-help': 'Early help',
  lado: 'LADO, about someone who works with children',
  'position-of-trust-lead': 'Position of trust lead (PiPoT)',
  marac: 'MARAC, the meeting about high-risk domestic abuse',
  idva: 'Domestic abuse adviser (IDVA)',
  prevent: 'Prevent team',
  'modern-slavery-first-responder': 'First responder for modern slavery',
  'sexual-assault-referral-centre': 'Sexual assault referral centre',
  'forced-marriage-unit': 'Forced marriage unit',
  'fire-service': 'Fire service',
  'care-quality-commission': 'Care Quality Commission',
  'animal-welfare': 'Animal welfare',
  'bank-fraud': 'Fraud, or the bank',
  other: 'Something else',
} as const satisfies Record<ContactKind, string>;
