// A page in React. The review is part of its state: each change comes by an event and goes back as a property.

import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "ehcp-qa/elements";
import { attach } from "ehcp-qa/form";

function Case() {
  const [review, setReview] = useState({ framework: "shropshire-2023" });
  const [answered, setAnswered] = useState("");
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(true);

  function assessed({ detail }) {
    const { progress } = detail.assessment;
    setReview(detail.review);
    setAnswered(`${progress.total.answered} of ${progress.total.total}`);
  }

  return (
    <>
      <h1>Case 0412</h1>
      <p>
        Answered: <output id="answered">{answered}</output>{" "}
        <button type="button" onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Close the review" : "Open the review"}
        </button>
      </p>
      {isOpen && (
        <>
          <ehcp-qa-review id="review" parts="criteria B" review={review} onehcp-qa-assessment={assessed} />
          <ehcp-qa-panel for="review" compact />
        </>
      )}
      <label htmlFor="provision">Section F</label>
      <textarea id="provision" value={text} onChange={({ target }) => setText(target.value)} />
      <button type="button" onClick={() => setText("")}>
        Clear section F
      </button>
      <ehcp-qa-wording for="provision" section="F" />
      <Questions />
    </>
  );
}

/** A form of the page itself, bound while it is shown. */
function Questions() {
  const form = useRef(null);
  const [answer, setAnswer] = useState("");
  useEffect(() => {
    const binding = attach(form.current);
    return () => void binding.then((bound) => bound.detach());
  }, []);
  return (
    <form ref={form}>
      <h2>A form of the page</h2>
      <label>
        C1{" "}
        <select data-ehcp-qa="C1" value={answer} onChange={({ target }) => setAnswer(target.value)}>
          <option value="">Choose</option>
          <option>Yes</option>
          <option>No</option>
        </select>
      </label>{" "}
      <button type="button" onClick={() => setAnswer("Yes")}>
        Answer yes
      </button>
      <p>
        Section C: <output data-ehcp-qa-out="C.progress" />
      </p>
      <ul data-ehcp-qa-out="problems" />
    </form>
  );
}

createRoot(document.querySelector("#app")).render(
  <StrictMode>
    <Case />
  </StrictMode>,
);
