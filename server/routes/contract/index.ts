/** The whole contract of the API. Each noun has its file; the console types its calls from here. */
export const contract = {};
export type ApiContract = typeof contract;
