package dev.zonal.testkit;

import dev.zonal.testkit.candidate.Candidate;
import dev.zonal.testkit.candidate.Tolerance;

/** What a test class of somebody else looks like: the properties come with the interface. */
class CandidateContractTest implements CandidateContract {
  @Override
  public Candidate candidate() {
    return Candidate.ofCosine(u -> PublicStyle.fullyConnected(2, 0, u));
  }

  @Override
  public String specification() {
    return "fcntk:L=2";
  }

  @Override
  public Tolerance tolerance() {
    return Tolerance.doubles().cosine(4);
  }
}
