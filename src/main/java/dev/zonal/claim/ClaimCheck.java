package dev.zonal.claim;

import dev.zonal.context.Context;
import dev.zonal.spectrum.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims, each of which is decided by enclosures that are narrowed until it is. Claims about one
 * kernel in one convention are decided together.
 */
public record ClaimCheck(List<Claim> claims) {
  /** A claim with many digits is no reason to compute others to as many. */
  private record Group(Truths truths, int digits) {}

  public ClaimCheck {
    claims = List.copyOf(claims);
  }

  /**
   * Judges the claims, in their order; those that a stopped context does not reach are undecided.
   */
  public List<Judgement> judge(Engine engine, Context context) {
    Map<Group, List<Claim>> groups = new LinkedHashMap<>();
    for (Claim claim : claims) {
      Group group = new Group(Truths.of(claim), ClaimBatch.firstDigits(claim));
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(claim);
    }
    Map<Claim, Judgement> judgements = new HashMap<>();
    for (Map.Entry<Group, List<Claim>> group : groups.entrySet()) {
      long before = judgements.size();
      long size = group.getValue().size();
      Context share =
          context.heardBy(
              (done, total) -> context.heard(before * total + done * size, claims.size() * total));
      Truths truths = group.getKey().truths();
      judgements.putAll(new ClaimBatch(truths, group.getValue(), engine, share).judge());
      context.heard(before + size, claims.size());
    }
    return claims.stream().map(judgements::get).toList();
  }
}
