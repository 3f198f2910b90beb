import 'server-only';

/**
 * Busy airports, roughly by passengers a year. Orders equals in a search and chooses what an empty one offers; nothing
 * else depends on it.
 */
const BY_TRAFFIC = `
ATL DXB DFW LHR HND DEN IST ORD DEL PVG LAX CAN ICN CDG JFK AMS SIN MAD FRA BKK HKG PEK MCO MIA LAS SZX BCN CLT BOM SEA
PHX SFO EWR KUL FCO MEX CGK IAH LGW DOH MUC BOS TPE MNL JED NRT SAW AYT GRU SYD TFU PKX MSP FLL YYZ DTW RUH BOG LGA PHL
ORY SGN LIS VIE BLR KMG XIY CKG HGH MEL SHA STN DUB MAN KIX ATH BWI SVO CPH ZRH CAI OSL ARN BRU WAW GMP CJU HAN PMI DUS
YVR SLC SAN DCA IAD MXP TPA CUN AUH KWI DMM DMK HYD FUK BNE SCL LIM EZE JNB CPT ADD NBO LOS CMN HEL PRG BUD LTN EDI GVA
HAM BER AGP ALC NCE OPO OTP TLV MCT BAH HKT DPS CTS OKA AKL PER YUL YYC GIG CGH BSB HNL BNA AUS MDW STL RDU BHX GLA BRS
`;

const RANKS: ReadonlyMap<string, number> = new Map(
  BY_TRAFFIC.split(/\s+/)
    .filter(Boolean)
    .map((iata, index) => [iata, index]),
);

/** Position among busy airports, 0 the busiest; null for any other place. */
export function trafficRank(iata: string | null): number | null {
  return (iata === null ? undefined : RANKS.get(iata)) ?? null;
}
