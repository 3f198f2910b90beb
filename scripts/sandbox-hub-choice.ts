/** Which hubs the sandbox has, and the names people know them by where the open data says them otherwise. */

/** The airports most travellers know, by IATA code; these get the most places. */
export const KNOWN_AIRPORTS = `
MAN LHR LGW DXB SIN HKG BKK JFK CDG AMS FRA IST DOH HND NRT LAX ATL ORD DFW DEN SFO SEA MIA BOS IAD EWR LGA MCO LAS PHX
CLT MSP DTW PHL IAH BWI SLC SAN TPA PDX STL AUS BNA HNL MDW FLL DCA MSY RDU SJC OAK SMF SNA MCI CLE IND CMH PIT CVG
STN LTN LCY EDI BHX GLA BRS NCL LPL BFS ABZ EMA CWL SOU ORY LYS NCE MRS TLS BOD NTE MUC BER HAM DUS STR CGN HAJ LEJ
ZRH GVA BSL VIE SZG INN AMS RTM EIN BRU CRL LUX MAD BCN AGP PMI VLC SVQ BIO ALC LPA TFS IBZ LIS OPO FAO FNC FCO MXP
LIN VCE NAP BGY BLQ CTA PMO FLR PSA TRN ATH SKG HER RHO SAW ESB AYT ADB AUH SHJ RUH JED DMM MED BAH KWI MCT AMM BEY
TLV CAI HRG SSH LXR JNB CPT DUR NBO MBA ADD LOS ABV ACC DKR CMN RAK TUN ALG EBB KGL DAR ZNZ LUN HRE WDH MRU SEZ RUN
TNR LAD FIH YYZ YVR YUL YYC YOW YEG YHZ YWG MEX CUN GDL MTY TIJ PTY SJO LIR SAL GUA HAV NAS MBJ KIN PUJ SDQ SJU GRU
GIG CGH BSB SDU CNF POA SSA REC FOR CWB EZE AEP COR MDZ BOG MDE CTG CLO LIM CUZ SCL UIO GYE CCS MVD ASU LPB VVI PEK
PKX PVG SHA CAN SZX CTU CKG XIY KMG HGH NKG WUH XMN TAO DLC TSN SYX HAK URC CSX CGO TFU MFM TPE TSA KHH KIX ITM NGO
FUK CTS OKA KOJ ICN GMP PUS CJU KUL PEN BKI LGK DMK HKT CNX USM KBV SGN HAN DAD CXR PQC MNL CEB CRK CGK DPS SUB JOG
RGN PNH REP VTE DEL BOM BLR MAA HYD CCU COK GOI AMD TRV PNQ JAI LKO CMB MLE DAC KTM KHI LHE ISB KBL TAS ALA NQZ TSE
FRU GYD TBS EVN SVO DME VKO LED AER SVX OVB KZN KEF OSL BGO TRD SVG ARN GOT MMX CPH BLL AAL HEL TMP RVN TLL RIX VNO
WAW KRK GDN WRO KTW PRG BRQ BTS BUD OTP CLJ SOF VAR BEG ZAG SPU DBV LJU SJJ TIA SKP TGD PRN MLA LCA PFO KBP LWO ODS
KIV MSQ DUB ORK SNN JER GCI IOM INV SYD MEL BNE PER ADL CBR OOL CNS DRW HBA AKL CHC WLG ZQN NAN PPT NOU GUM APW IKA
THR BGW EBL BSR DWC SLL MUX PEW BDA ANC OGG KOA LIH PBI RSW JAX MEM ABQ OMA BUF ALB ROC RIC ORF SAV CHS GSP BHM SDF
`;

export const HUB_NAMES: Readonly<Record<string, string>> = {
  DOH: 'Hamad International Airport',
  HND: 'Tokyo Haneda Airport',
  LGW: 'Gatwick Airport',
  BKK: 'Suvarnabhumi Airport',
  SIN: 'Singapore Changi Airport',
};

export const CITY_NAMES: Readonly<Record<string, string>> = {};

interface RailStation {
  /** Station number in db-hafas-stations. */
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly continent: string;
  readonly zone: string;
  /** Only where the data set does not reach. */
  readonly place?: { readonly latitude: number; readonly longitude: number };
}

const inEurope = (id: string, name: string, city: string, country: string, zone: string): RailStation => ({
  id,
  name,
  city,
  country,
  continent: 'Europe',
  zone,
});

export const RAIL_STATIONS: readonly RailStation[] = [
  {
    id: '',
    name: 'Hong Kong West Kowloon',
    city: 'Hong Kong',
    country: 'HK',
    continent: 'Asia',
    zone: 'Asia/Hong_Kong',
    place: { latitude: 22.3037, longitude: 114.1655 },
  },
  inEurope('7004428', 'London St Pancras International', 'London', 'GB', 'Europe/London'),
  inEurope('8700014', 'Paris Gare du Nord', 'Paris', 'FR', 'Europe/Paris'),
  inEurope('8700012', 'Paris Gare de Lyon', 'Paris', 'FR', 'Europe/Paris'),
  inEurope('8700152', 'Lyon Part-Dieu', 'Lyon', 'FR', 'Europe/Paris'),
  inEurope('8704949', 'Lille Europe', 'Lille', 'FR', 'Europe/Paris'),
  inEurope('8700074', 'Marseille Saint-Charles', 'Marseille', 'FR', 'Europe/Paris'),
  inEurope('8700023', 'Strasbourg', 'Strasbourg', 'FR', 'Europe/Paris'),
  inEurope('8800004', 'Bruxelles-Midi', 'Brussels', 'BE', 'Europe/Brussels'),
  inEurope('8800007', 'Antwerpen-Centraal', 'Antwerp', 'BE', 'Europe/Brussels'),
  inEurope('8400058', 'Amsterdam Centraal', 'Amsterdam', 'NL', 'Europe/Amsterdam'),
  inEurope('8400530', 'Rotterdam Centraal', 'Rotterdam', 'NL', 'Europe/Amsterdam'),
  inEurope('8000105', 'Frankfurt (Main) Hbf', 'Frankfurt am Main', 'DE', 'Europe/Berlin'),
  inEurope('8011160', 'Berlin Hbf', 'Berlin', 'DE', 'Europe/Berlin'),
  inEurope('8000261', 'München Hbf', 'Munich', 'DE', 'Europe/Berlin'),
  inEurope('8002549', 'Hamburg Hbf', 'Hamburg', 'DE', 'Europe/Berlin'),
  inEurope('8000207', 'Köln Hbf', 'Cologne', 'DE', 'Europe/Berlin'),
  inEurope('8000085', 'Düsseldorf Hbf', 'Düsseldorf', 'DE', 'Europe/Berlin'),
  inEurope('8000096', 'Stuttgart Hbf', 'Stuttgart', 'DE', 'Europe/Berlin'),
  inEurope('8503000', 'Zürich HB', 'Zürich', 'CH', 'Europe/Zurich'),
  inEurope('8501008', 'Genève', 'Geneva', 'CH', 'Europe/Zurich'),
  inEurope('8500010', 'Basel SBB', 'Basel', 'CH', 'Europe/Zurich'),
  inEurope('8103000', 'Wien Hbf', 'Vienna', 'AT', 'Europe/Vienna'),
  inEurope('8100002', 'Salzburg Hbf', 'Salzburg', 'AT', 'Europe/Vienna'),
  inEurope('8300046', 'Milano Centrale', 'Milan', 'IT', 'Europe/Rome'),
  inEurope('8300263', 'Roma Termini', 'Rome', 'IT', 'Europe/Rome'),
  inEurope('8300094', 'Venezia Santa Lucia', 'Venice', 'IT', 'Europe/Rome'),
  inEurope('8300151', 'Firenze Santa Maria Novella', 'Florence', 'IT', 'Europe/Rome'),
  inEurope('7100064', 'Barcelona Sants', 'Barcelona', 'ES', 'Europe/Madrid'),
  inEurope('5400014', 'Praha hlavní nádraží', 'Prague', 'CZ', 'Europe/Prague'),
  inEurope('5500003', 'Budapest-Keleti', 'Budapest', 'HU', 'Europe/Budapest'),
  inEurope('5100065', 'Warszawa Centralna', 'Warsaw', 'PL', 'Europe/Warsaw'),
  inEurope('8601309', 'København H', 'Copenhagen', 'DK', 'Europe/Copenhagen'),
  inEurope('8200100', 'Luxembourg', 'Luxembourg', 'LU', 'Europe/Luxembourg'),
];

/** By UN/LOCODE, whose first two letters are the country. */
export const PORTS: readonly { locode: string; name: string; city: string; continent: string }[] = [
  { locode: 'GBDVR', name: 'Port of Dover', city: 'Dover', continent: 'Europe' },
  { locode: 'FRCQF', name: 'Port of Calais', city: 'Calais', continent: 'Europe' },
  { locode: 'GBSOU', name: 'Port of Southampton', city: 'Southampton', continent: 'Europe' },
  { locode: 'IEDUB', name: 'Dublin Port', city: 'Dublin', continent: 'Europe' },
  { locode: 'ESBCN', name: 'Port of Barcelona', city: 'Barcelona', continent: 'Europe' },
  { locode: 'ITCVV', name: 'Port of Civitavecchia', city: 'Civitavecchia', continent: 'Europe' },
  { locode: 'GRPIR', name: 'Port of Piraeus', city: 'Piraeus', continent: 'Europe' },
  { locode: 'EETLL', name: 'Port of Tallinn', city: 'Tallinn', continent: 'Europe' },
  { locode: 'SESTO', name: 'Port of Stockholm', city: 'Stockholm', continent: 'Europe' },
  { locode: 'DEKEL', name: 'Port of Kiel', city: 'Kiel', continent: 'Europe' },
  { locode: 'ESPMI', name: 'Port of Palma', city: 'Palma de Mallorca', continent: 'Europe' },
  { locode: 'HKHKG', name: 'Hong Kong Ferry Terminal', city: 'Hong Kong', continent: 'Asia' },
  { locode: 'SGSIN', name: 'Singapore Cruise Centre', city: 'Singapore', continent: 'Asia' },
  { locode: 'JPYOK', name: 'Port of Yokohama', city: 'Yokohama', continent: 'Asia' },
  { locode: 'KRPUS', name: 'Port of Busan', city: 'Busan', continent: 'Asia' },
  { locode: 'AEDXB', name: 'Dubai Harbour', city: 'Dubai', continent: 'Asia' },
  { locode: 'USMIA', name: 'Port of Miami', city: 'Miami', continent: 'North America' },
  { locode: 'AUSYD', name: 'Port of Sydney', city: 'Sydney', continent: 'Oceania' },
];
