/* The steps of a dialogue: pure functions over plain values, no page needed.
   scenes: {id: {ending: bool, choices: [{to: id, moves: [[strand, "up" or "down"], …]}]}}
   talk:   {first: id, turns: [{scene: id, choice: number}]}: where it began and what was said since. */
const said = (scenes, turn) => scenes[turn.scene].choices[turn.choice];

BothWays.dialogue = {
  begin: (first) => ({ first: first, turns: [] }),

  /* The scene in which the talk stands now. */
  here(scenes, talk) {
    const last = talk.turns[talk.turns.length - 1];
    return last ? said(scenes, last).to : talk.first;
  },

  /* The talk after one more reply. A reply that is not there changes nothing. */
  say(scenes, talk, choice) {
    const scene = BothWays.dialogue.here(scenes, talk);
    if (!scenes[scene].choices[choice]) return talk;
    return { first: talk.first, turns: talk.turns.concat({ scene: scene, choice: choice }) };
  },

  back: (talk) => ({ first: talk.first, turns: talk.turns.slice(0, -1) }),

  /* What each turn moved, in order: [[[strand, way], …], …]. Never added up. */
  shape: (scenes, talk) => talk.turns.map((turn) => said(scenes, turn).moves),

  /* Names of scenes that choices lead to and that are not there: then the plain page is better. */
  astray: (scenes) =>
    Object.values(scenes)
      .flatMap((scene) => scene.choices.map((choice) => choice.to))
      .filter((to) => !scenes[to]),
};
