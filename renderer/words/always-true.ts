// Three sentences that are said in the same words wherever they are said (ui.md 12).

export const emergencyFirst = 'Call 999. Record it here afterwards.';
export const sendsNothing = 'This log does not send messages outside this computer. If it is urgent, phone now.';
export const notTheRecord = 'This log is not the GP record. Write in the GP record as well.';
/** Of a restricted concern, instead: whoever it is kept from may read it there. */
export const recordIsRead = 'Colleagues can read the GP record. Get advice before you write about this there.';
