export type TagColour = 'white' | 'grey' | 'green' | 'blue' | 'purple' | 'red' | 'orange' | 'yellow';
