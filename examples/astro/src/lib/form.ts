/** Sends a filled-in form from the browser; runs there, so it asks for nothing that only the build knows. */
import type { Form, Problem, Sent } from "./schema";

type Outcome = Sent | { errors: { name: string; detail: string }[] };

/** `url` is where the form is described; its token is dated, so it is asked for when there is something to send. */
export async function sendForm(url: string, filledIn: FormData): Promise<Outcome> {
  try {
    const described = await fetch(url);
    if (!described.ok) return refused(await described.json());
    const { submit_url, token } = (await described.json()) as Form;
    const sent = await fetch(submit_url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...Object.fromEntries(filledIn), token }),
    });
    return sent.ok ? ((await sent.json()) as Sent) : refused(await sent.json());
  } catch (error) {
    return { errors: [{ name: "", detail: String(error) }] };
  }
}

function refused(problem: Problem): Outcome {
  return { errors: problem.errors?.length ? problem.errors : [{ name: "", detail: problem.detail ?? problem.title }] };
}
