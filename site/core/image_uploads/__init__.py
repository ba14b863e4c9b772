"""What happens to a picture on its way in: `cleaning` does the work, `fields` guards the
storage for every path (admin, API, code), `forms` shows a refusal beside the file field."""
