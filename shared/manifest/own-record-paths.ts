/** Files of a worker's own export, in one folder. */
export const OWN_HOURS = 'hours.csv';
export const OWN_REPORT = 'hours.pdf';
export const OWN_STATEMENT = 'work-statement.dsse.json';
export const OWN_KEY = 'public-key.pem';
export const OWN_VERIFY = 'VERIFY.md';
