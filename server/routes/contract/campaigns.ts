import { z } from 'zod';
import { fieldCodes } from '../../../surveys/fieldwork/audience-fields.ts';
import { recurrence } from '../../../surveys/fieldwork/recurrence.ts';
import { refreshCodes } from '../../../surveys/fieldwork/refresh.ts';
import { created, day, done, fieldStaff, readers } from './common.ts';
import { define, idParams } from './define.ts';
import { purpose, summary } from './waves.ts';

/** Most people besides the planner who can be asked to approve. */
const mostApprovals = 3;

const settings = z.object({
  name: z.string().trim().min(1).max(120),
  purpose: purpose.default('research'),
  unit: z.enum(['person', 'household']).default('person'),
  keep: z.enum(['first', 'last']).default('first'),
  period: z.enum(['wave', 'reporting_year']).default('wave'),
  quorum: z.number().int().min(0).max(mostApprovals).default(0),
  anonymous: z.boolean().default(false),
  questionnaireId: z.uuid().nullable().default(null),
  recurrence: recurrence.nullable().default(null),
  /** Whom a wave leaves out because the campaign asked them before. */
  refresh: z.enum(refreshCodes).default('nobody'),
});

const campaign = settings.extend({ id: z.uuid(), launched: z.boolean(), lastWaveId: z.uuid().nullable() });

/** A wave to come by the rhythm of its campaign. */
const coming = z.object({
  campaignId: z.uuid(),
  purpose,
  name: z.string(),
  opensOn: day,
  closesOn: day,
  /** "4 May is a bank holiday, so it opens on 5 May."; null when it was not moved. */
  moved: z.string().nullable(),
});

export const campaigns = define({
  'GET /api/v1/campaigns': {
    who: readers,
    scope: 'waves:read',
    summary: 'Campaigns',
    response: z.object({ items: z.array(campaign) }),
  },
  'POST /api/v1/campaigns': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Make a campaign',
    body: settings,
    response: created,
  },
  'GET /api/v1/campaigns/{id}': {
    who: readers,
    scope: 'waves:read',
    summary: 'A campaign: its settings, its waves, and the next ones by its rhythm',
    params: idParams,
    response: campaign.extend({ waves: z.array(summary), next: z.array(coming) }),
  },
  'PUT /api/v1/campaigns/{id}': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Change the settings of a campaign',
    params: idParams,
    body: settings,
    response: done,
  },
  'GET /api/v1/calendar': {
    who: readers,
    scope: 'waves:read',
    summary: 'Waves to come within a year, by the rhythm of their campaigns',
    response: z.object({ items: z.array(coming) }),
  },
  'GET /api/v1/audience/choices': {
    who: fieldStaff,
    scope: 'residents:read',
    summary: 'Codes that people can be picked by, with how many residents have each',
    response: z.object({
      items: z.array(
        z.object({ field: z.enum(fieldCodes), code: z.string(), label: z.string().nullable(), count: z.number() }),
      ),
    }),
  },
  'GET /api/v1/waves/{id}/next': {
    who: fieldStaff,
    scope: 'waves:read',
    summary: 'What a wave like this one would be called, when it would open, and whom it would leave out',
    params: idParams,
    response: coming.extend({ leavesOut: z.string() }),
  },
});
