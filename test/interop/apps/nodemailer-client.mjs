// An application: sends one mail with nodemailer. input: {options}
import { createTransport } from 'nodemailer';
import { input, tellOutcome } from './tell.cjs';

await tellOutcome(async () => {
  const transport = createTransport({ host: 'localhost', auth: { user: 'somebody', pass: 'word' }, ...input.options });
  const { accepted } = await transport.sendMail({ from: 'a@localhost', to: 'b@localhost', subject: 'hello', text: 'x'.repeat(1_000_000) });
  transport.close();
  return { accepted };
});
