export const notManager = 'Only a practice manager can change who works here and what they may do.';
