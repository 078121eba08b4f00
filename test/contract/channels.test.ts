import { undiciHttp } from '../../channels/http.node.ts';
import { fetchHttp } from '../../channels/http.ts';
import { twilioChannel } from '../../channels/sms/twilio.node.ts';
import { twilioFetch } from '../../channels/sms/twilio-fetch.ts';
import { channelContract, type Skips } from './channel.case.ts';
import { sandboxWorld, sendgridWorld, smtpWorld, twilioWorld } from './worlds.ts';

const nothingLeaves = 'nothing leaves a sandbox';
const inside: Skips = {
  busy: nothingLeaves,
  refused: nothingLeaves,
  lost: nothingLeaves,
  silent: nothingLeaves,
  'broken before': nothingLeaves,
  'wrong key': nothingLeaves,
  away: nothingLeaves,
};

channelContract('Twilio by its client', () => twilioWorld((settings) => twilioChannel(settings)));
channelContract('Twilio by fetch', () => twilioWorld((settings) => twilioFetch(settings)));
channelContract('SendGrid over undici', () => sendgridWorld(undiciHttp));
channelContract('SendGrid over fetch', () => sendgridWorld(() => fetchHttp));
channelContract('SMTP', smtpWorld);
channelContract('sandbox for texts', () => sandboxWorld('sms'), inside);
channelContract('sandbox for mail', () => sandboxWorld('email'), inside);
