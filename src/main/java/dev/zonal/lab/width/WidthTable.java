package dev.zonal.lab.width;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.width.WidthRow.Place;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The laws of some networks in decimals.
 *
 * @param laws for each initialisation of the hidden layers
 * @param widths each at least 2
 * @param cosines from -1 to 1
 */
public record WidthTable(
    Function<Initialisation, WidthLaws> laws,
    List<Initialisation> initialisations,
    List<Integer> widths,
    List<Rational> cosines) {
  /** The row, or why it is not there. */
  public record Entry(Place place, Certification<WidthRow> row) {}

  /** Networks of one initialisation and width. */
  public record Networks(Initialisation hidden, int width) {}

  /** The rows that have a width, by the networks that they are about. */
  public static Map<Networks, List<WidthRow>> rowsByNetworks(List<Entry> entries) {
    Map<Networks, List<WidthRow>> result = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Place place = entry.place();
      if (entry.row().isCertified() && place.width().isPresent()) {
        Networks networks = new Networks(place.hidden(), place.width().getAsInt());
        result.computeIfAbsent(networks, key -> new ArrayList<>()).add(entry.row().get());
      }
    }
    return result;
  }

  /** All places: by kernel, initialisation and cosine, every width and then the limit. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (KernelKind kind : KernelKind.values()) {
      for (Initialisation hidden : initialisations) {
        for (Rational u : cosines) {
          widths.forEach(n -> places.add(new Place(kind, hidden, OptionalInt.of(n), u)));
          places.add(new Place(kind, hidden, OptionalInt.empty(), u));
        }
      }
    }
    return places;
  }

  /** The rows of all places, in order. */
  public List<Entry> certify(int digits, Context context) {
    List<Place> places = places();
    AtomicInteger done = new AtomicInteger();
    Function<Integer, Entry> one =
        i -> {
          Entry entry = entry(places.get(i), digits, context);
          context.heard(done.incrementAndGet(), places.size());
          return entry;
        };
    return IntStream.range(0, places.size()).parallel().mapToObj(one::apply).toList();
  }

  private Entry entry(Place place, int digits, Context context) {
    try {
      context.check();
      return new Entry(place, context.call(() -> row(place, digits)));
    } catch (StoppedException e) {
      return new Entry(place, Certification.refused(e.getMessage()));
    }
  }

  private Certification<WidthRow> row(Place place, int digits) {
    WidthLaws all = laws.apply(place.hidden());
    WidthLaw first = all.firstOrder(place.kind(), place.u());
    Optional<WidthLaw> exact =
        place.width().isPresent()
            ? Optional.of(all.exact(place.kind(), place.u(), place.width().getAsInt()))
                .filter(WidthLaw::saysMore)
            : Optional.empty();
    WidthLaw law = exact.orElse(first);
    return law.limit()
        .certify(digits)
        .flatMap(
            limit ->
                some(law.bias(), digits)
                    .flatMap(
                        bias ->
                            some(law.variance(), digits)
                                .map(
                                    variance ->
                                        new WidthRow(
                                            place, exact.isPresent(), limit, bias, variance))));
  }

  private static Certification<Optional<CertifiedValue>> some(
      Optional<LawNumber> number, int digits) {
    return number
        .map(present -> present.certify(digits).map(Optional::of))
        .orElseGet(() -> Certification.certified(Optional.empty()));
  }
}
