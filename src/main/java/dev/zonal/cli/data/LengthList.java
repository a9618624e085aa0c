package dev.zonal.cli.data;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.kernel.recurrent.RecurrentNetwork;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The lengths of the sequences that a command is about, or the sequences. */
public final class LengthList {
  /** More make more than 2000 spectra. */
  private static final int MOST = 64;

  private static final int MOST_STEPS = 1_000;
  private static final int LONGEST_NUMBER = 1_000;
  private static final Pattern PIECE = Pattern.compile("(\\d{1,4})(?:\\.\\.(\\d{1,4}))?");

  @Option(
      names = "--lengths",
      paramLabel = "LIST",
      description = "Numbers of steps, as in 1..4,8: each step is the point itself.")
  private String lengths;

  @Option(
      names = "--profiles",
      paramLabel = "LIST",
      description =
          "Multiples of the point in place of that, as in '1;1,1/2;1,1/2,1/4': one sequence of"
              + " steps, separated by commas, for each length.")
  private String profiles;

  /**
   * The multiples of each sequence.
   *
   * @throws UsageException naming what is wrong
   */
  public List<List<Rational>> profiles() {
    if ((lengths == null) == (profiles == null)) {
      throw new UsageException(
          "give the sequences by one of --lengths, as in 1..4, and --profiles, as in '1;1,1/2'");
    }
    List<List<Rational>> all = lengths == null ? ofProfiles(profiles) : ofLengths(lengths);
    if (all.size() > MOST) {
      throw new UsageException(
          "%s lengths are too many; %s is the most".formatted(all.size(), MOST));
    }
    return all;
  }

  private static List<List<Rational>> ofLengths(String list) {
    List<List<Rational>> all = new ArrayList<>();
    for (String piece : list.split(",", -1)) {
      Matcher matcher = PIECE.matcher(piece.strip());
      int first = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      int last = first > 0 && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : first;
      if (first < 1 || last < first || last > MOST_STEPS) {
        throw new UsageException(
            "--lengths: %s is no length from 1 to 1000 and no range such as 1..4"
                .formatted(Quotation.of(piece.strip())));
      }
      for (int steps = first; steps <= last; steps++) {
        all.add(RecurrentNetwork.constant(steps));
      }
    }
    return all;
  }

  private static List<List<Rational>> ofProfiles(String list) {
    return Arrays.stream(list.split(";", -1)).map(LengthList::steps).toList();
  }

  private static List<Rational> steps(String profile) {
    return Arrays.stream(profile.split(",", -1))
        .map(step -> NumberSyntax.rational("--profiles: " + step, step.strip(), LONGEST_NUMBER))
        .toList();
  }
}
