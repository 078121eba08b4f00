import { groups } from './groups.ts';
import { practice } from './practice.ts';
import { questionnaires } from './questionnaires.ts';
import { residents } from './residents.ts';
import { responses } from './responses.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { waves } from './waves.ts';

/** The whole contract of the API. Each noun has its file; the console types its calls from here. */
export const contract = {
  ...session,
  ...settings,
  ...residents,
  ...groups,
  ...questionnaires,
  ...waves,
  ...responses,
  ...practice,
};
export type ApiContract = typeof contract;
