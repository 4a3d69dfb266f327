export const notManager = 'Only a practice manager can change who works here and what they may do.';

export const noneToConfirm =
  'Nobody would be left who can confirm a role. Give somebody else the role of supervisor or safeguarding lead first, and have it confirmed.';
